package org.pledgetracker.tally;

import org.pledgetracker.webkit.Access;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Who may do what here: figures are for reps and the organiser; GPs may ask for them too, and get the released ones once
 * their campaign publishes.
 */
@Configuration(proxyBeanMethods = false)
class TallyAccess {

    @Bean
    Access access() {
        return requests -> {
            requests.requestMatchers(HttpMethod.GET, "/").hasAnyRole("REP", "ORGANISER");
            requests.requestMatchers(
                            HttpMethod.GET,
                            "/disclosures",
                            "/campaigns/*/threshold-preview",
                            "/api/campaigns/*/threshold-preview")
                    .hasRole("ORGANISER");
            requests.requestMatchers(
                            HttpMethod.GET,
                            "/campaigns/*",
                            "/campaigns/*/tallies.*",
                            "/api/campaigns/*/tallies",
                            "/api/campaigns/*/thresholds",
                            "/api/campaigns/*/history",
                            "/api/campaigns/*/live")
                    .hasAnyRole("REP", "ORGANISER", "GP");
        };
    }
}
