package org.pledgetracker.notifier;

import org.pledgetracker.notifier.alert.RepHandle;
import org.pledgetracker.webkit.Access;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may do what here: alerts are for reps and the organiser. */
@Configuration(proxyBeanMethods = false)
class NotifierAccess {

    private static final String REP = "REP";
    private static final String ORGANISER = "ORGANISER";

    @Bean
    Access access() {
        return requests -> {
            requests.requestMatchers(HttpMethod.GET, "/", "/alerts/*", "/api/alerts", "/api/alerts/live")
                    .hasAnyRole(REP, ORGANISER);
            requests.requestMatchers(HttpMethod.POST, "/alerts/*/acknowledgement", "/api/alerts/*/acknowledgement")
                    .hasAnyRole(REP, ORGANISER);
        };
    }

    @Bean
    RepHandle repHandle(NotifierSettings settings) {
        String advice = "pledge-tracker.master-key has to be the base64 of 32 random bytes, for instance from "
                + "'openssl rand -base64 32'; keep it: with another one reps become unknown to the log";
        if (settings.masterKey() == null) {
            throw new IllegalStateException("No master key is set: " + advice);
        }
        try {
            return new RepHandle(settings.masterKey());
        } catch (IllegalArgumentException e) {
            // the cause would quote the key
            throw new IllegalStateException("The master key cannot be used: " + advice);
        }
    }
}
