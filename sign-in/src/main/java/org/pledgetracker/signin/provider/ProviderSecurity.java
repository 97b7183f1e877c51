package org.pledgetracker.signin.provider;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.pledgetracker.webkit.LimitFilter;
import org.pledgetracker.webkit.SecurityHeaders;
import org.pledgetracker.webkit.WebKitProperties;
import org.pledgetracker.webkit.limit.CallLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/** Guards the provider's endpoints, and its pages. */
@Configuration(proxyBeanMethods = false)
class ProviderSecurity {

    private final SecurityHeaders headers;
    private final RequestCache requests;
    private final SecurityContextRepository contexts;
    private final SignOut signOut;

    ProviderSecurity(
            SecurityHeaders headers, RequestCache requests, SecurityContextRepository contexts, SignOut signOut) {
        this.signOut = signOut;
        this.headers = headers;
        this.requests = requests;
        this.contexts = contexts;
    }

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, provider -> provider.oidc(this::endpoints))
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new AskedLanguage("/sign-in")))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requests))
                .headers(headers)
                .build();
    }

    private void endpoints(OidcConfigurer oidc) {
        oidc.logoutEndpoint(logout -> logout.logoutResponseHandler(signOut)
                // An ID token that is no longer known: the member confirms by a button instead
                .errorResponseHandler((request, response, e) -> response.sendRedirect("/sign-out")));
        oidc.providerConfigurationEndpoint(
                endpoint -> endpoint.providerConfigurationCustomizer(BackChannelLogout::announce));
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, CallLimits limits, WebKitProperties web) {
        return http.authorizeHttpRequests(
                        all -> all.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/", "/sign-in/**", "/sign-out", "/demo/**", "/web-kit/**")
                                .permitAll()
                                .requestMatchers("/livez", "/readyz")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .addFilterBefore(new LimitFilter(limits, web.demo()), AuthorizationFilter.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers("/demo/token"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, e) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .logout(logout -> logout.addLogoutHandler(signOut).logoutSuccessUrl("/sign-out"))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requests))
                .headers(headers)
                .build();
    }
}
