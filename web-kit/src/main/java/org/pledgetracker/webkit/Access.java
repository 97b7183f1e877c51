package org.pledgetracker.webkit;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may do what in a service: each service has one such bean. What it does not name is denied to all. */
@FunctionalInterface
public interface Access {

    /** Adds the rules, most particular first, such as {@code requests.requestMatchers("/api/**").hasRole("GP")}. */
    void rule(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
