package org.pledgetracker.tally;

import org.pledgetracker.webkit.Access;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Who may do what here: the dashboard is for reps and the organiser; GPs may ask for figures, and get them once their
 * campaign publishes.
 */
@Configuration(proxyBeanMethods = false)
class TallyAccess {

    @Bean
    Access access() {
        return requests -> {
            requests.requestMatchers(HttpMethod.GET, "/", "/campaigns/*", "/campaigns/*/tallies.*")
                    .hasAnyRole("REP", "ORGANISER");
            requests.requestMatchers(HttpMethod.GET, "/disclosures").hasRole("ORGANISER");
            requests.requestMatchers(
                            HttpMethod.GET,
                            "/api/campaigns/*/tallies",
                            "/api/campaigns/*/thresholds",
                            "/api/campaigns/*/history",
                            "/api/campaigns/*/live")
                    .hasAnyRole("REP", "ORGANISER", "GP");
        };
    }
}
