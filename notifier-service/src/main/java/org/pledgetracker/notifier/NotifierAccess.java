package org.pledgetracker.notifier;

import java.util.Objects;
import org.pledgetracker.notifier.alert.RepHandle;
import org.pledgetracker.notifier.subscription.NotifierKey;
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
            requests.requestMatchers(
                            HttpMethod.GET,
                            "/",
                            "/alerts/*",
                            "/subscription",
                            "/deliveries",
                            "/api/alerts",
                            "/api/alerts/live",
                            "/api/my-subscriptions")
                    .hasAnyRole(REP, ORGANISER);
            requests.requestMatchers(
                            HttpMethod.POST,
                            "/alerts/*/acknowledgement",
                            "/alerts/read",
                            "/subscription",
                            "/subscription/webhook-secret",
                            "/deliveries/again",
                            "/api/alerts/*/acknowledgement",
                            "/api/my-subscriptions/webhook-secret")
                    .hasAnyRole(REP, ORGANISER);
            requests.requestMatchers(HttpMethod.PUT, "/api/my-subscriptions").hasAnyRole(REP, ORGANISER);
        };
    }

    @Bean
    NotifierKey notifierKey(RepHandle checked, NotifierSettings settings) {
        return new NotifierKey(Objects.requireNonNull(settings.masterKey()));
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
