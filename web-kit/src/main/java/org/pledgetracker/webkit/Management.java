package org.pledgetracker.webkit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Health and metrics, on a port of their own, and what metrics may say. */
@AutoConfiguration(after = WebKit.class, before = ServletWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication
class Management {

    /**
     * Whoever may see how the system does may not see how a vote of a region goes: whatever a meter is made with, here or in a
     * library, none of this gets out.
     */
    private static final String[] NEVER_TAGS = {
        "action",
        "campaign",
        "employmentType",
        "employment.type",
        "member",
        "pledger",
        "region",
        "subject",
        "type",
        "user"
    };

    /** Open to whoever reaches the port, which is this machine alone unless the settings say otherwise. */
    @Bean
    @Order(0)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain managementChain(HttpSecurity http, SecurityHeaders headers) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .headers(headers)
                .build();
    }

    @Bean
    static MeterFilter nothingOfPledges() {
        return MeterFilter.ignoreTags(NEVER_TAGS);
    }

    /** Readiness as a metric, so that an alarm can tell a service that is up and not ready. */
    @Bean
    MeterBinder readiness(HealthEndpoint health) {
        return registry -> Gauge.builder("pledge.tracker.ready", health, Management::isReady)
                .description("1 where this service is ready to answer, else 0")
                .register(registry);
    }

    private static double isReady(HealthEndpoint health) {
        HealthDescriptor found = health.healthForPath("readiness");
        return found != null && found.getStatus().equals(Status.UP) ? 1 : 0;
    }
}
