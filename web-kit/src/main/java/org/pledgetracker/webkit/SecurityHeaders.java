package org.pledgetracker.webkit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security headers of every answer. Nothing is cached unless a handler says otherwise. */
public final class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String PERMISSIONS = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), "
            + "geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    private final String policy;
    private final boolean https;

    SecurityHeaders(WebKitProperties properties) {
        // A proxy in front may end TLS, so the address that browsers know decides
        https = properties.ownAddress().startsWith("https:");
        // Browsers hold a form to this through redirects too, and signing in and out crosses the services
        Set<String> formTargets = new LinkedHashSet<>(properties.addresses().all());
        formTargets.add(properties.issuer());
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; form-action 'self' " + String.join(" ", formTargets)
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> https || request.isSecure()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
