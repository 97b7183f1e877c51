package org.pledgetracker.notifier;

import java.util.Objects;
import org.pledgetracker.notifier.alert.RepHandle;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.webkit.Access;
import org.pledgetracker.webkit.LimitFilter;
import org.pledgetracker.webkit.SecurityHeaders;
import org.pledgetracker.webkit.limit.CallLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

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
                            "/subscription/feed",
                            "/subscription/feed/end",
                            "/deliveries/again",
                            "/api/alerts/*/acknowledgement",
                            "/api/my-subscriptions/webhook-secret")
                    .hasAnyRole(REP, ORGANISER);
            requests.requestMatchers(HttpMethod.PUT, "/api/my-subscriptions").hasAnyRole(REP, ORGANISER);
            requests.requestMatchers(HttpMethod.GET, "/organisation/webhooks").hasRole(ORGANISER);
            requests.requestMatchers(
                            HttpMethod.POST,
                            "/organisation/webhooks",
                            "/organisation/webhooks/*/secret",
                            "/organisation/webhooks/*/removal")
                    .hasRole(ORGANISER);
        };
    }

    /**
     * For links out of mails and for feeds: the token in the address is all that these need, so there is no session whose rights
     * a foreign page could borrow. Whoever calls is a stranger, and waits like one.
     */
    @Bean
    @Order(0)
    SecurityFilterChain linkChain(
            HttpSecurity http, SecurityHeaders headers, CallLimits limits, NotifierSettings settings) {
        http.securityMatcher("/unsubscribe/*", "/feeds/*")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers)
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new LimitFilter(limits, settings.development()), AuthorizationFilter.class);
        return http.build();
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
