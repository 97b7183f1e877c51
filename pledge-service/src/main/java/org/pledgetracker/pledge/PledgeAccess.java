package org.pledgetracker.pledge;

import org.pledgetracker.webkit.Access;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what here; pages that need another role say themselves which. */
@Configuration(proxyBeanMethods = false)
class PledgeAccess {

    @Bean
    Access access() {
        return requests -> requests.requestMatchers("/api/campaigns/*/my-pledges")
                .hasRole("GP")
                .requestMatchers("/", "/campaigns/**", "/api/campaigns", "/api/campaigns/*")
                .authenticated();
    }
}
