package org.pledgetracker.pledge;

import org.pledgetracker.webkit.Access;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may do what here; pages that need another role say themselves which. */
@Configuration(proxyBeanMethods = false)
class PledgeAccess {

    @Bean
    Access access() {
        return requests -> requests.requestMatchers(HttpMethod.PUT, "/api/campaigns/*/my-pledges")
                .hasRole("GP")
                .requestMatchers("/api/campaigns/*/my-pledges")
                .hasAnyRole("GP", "LEAVER")
                .requestMatchers(
                        "/organise",
                        "/organise/**",
                        "/api/campaigns/*/definition",
                        "/api/campaigns/*/definition/check",
                        "/api/campaigns/*/versions")
                .hasRole("ORGANISER")
                .requestMatchers("/", "/campaigns/**", "/api/campaigns", "/api/campaigns/*")
                .authenticated();
    }
}
