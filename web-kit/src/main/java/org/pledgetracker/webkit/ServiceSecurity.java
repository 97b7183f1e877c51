package org.pledgetracker.webkit;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pledgetracker.webkit.limit.CallLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Guards a service, which is a client of sign-in: sessions for pages, bearer tokens for the API, all else denied. */
@AutoConfiguration(
        after = WebKit.class,
        before = {
            OAuth2ClientAutoConfiguration.class,
            OAuth2ClientWebSecurityAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ConditionalOnProperty("pledge-tracker.client.id")
class ServiceSecurity {

    private static final String START = "/oauth2/authorization/" + Provider.REGISTRATION;
    private static final PlainWords NOT_SIGNED_IN = new PlainWords(
            "sign-in-failed",
            "Signing in did not work",
            "Open the first page and sign in again. A link or page from before may be too old.");

    private final WebKitProperties properties;
    private final Provider provider;

    ServiceSecurity(WebKitProperties properties) {
        this.properties = properties;
        this.provider = new Provider(properties);
    }

    @Bean
    ClientRegistrationRepository clientRegistrations() {
        return new InMemoryClientRegistrationRepository(provider.registration());
    }

    @Bean
    JwtDecoder jwtDecoder() {
        return new RememberedTokens(provider.accessTokens(), Clock.systemUTC());
    }

    @Bean
    OidcSessionRegistry signedInSessions() {
        return new InMemoryOidcSessionRegistry();
    }

    @Bean
    OpenSessions openSessions(OidcSessionRegistry signedInSessions) {
        return new OpenSessions(signedInSessions);
    }

    /** Lets the registry forget sessions that end, and follow those whose id changes. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SecurityFilterChain serviceSecurityChain(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            OpenSessions sessions,
            SecurityHeaders headers,
            ObjectProvider<Access> access,
            CallLimits limits,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        Refusals refusals = new Refusals(problems, limits);
        http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers(HttpMethod.GET, openPaths()).permitAll();
                    access.orderedStream().forEach(rules -> rules.rule(requests));
                    requests.anyRequest().denyAll();
                })
                .headers(headers)
                .addFilterBefore(new TokenAlone(), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new LimitFilter(limits, properties.demo()), AuthorizationFilter.class)
                .csrf(withDefaults())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .oauth2Login(login -> login.loginPage(START)
                        .authorizationEndpoint(
                                start -> start.authorizationRequestResolver(new OnlySignIn(registrations)))
                        .authorizedClientRepository(new NoTokensKept())
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(sessionRoles()))
                        .failureHandler(failedSignIn()))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(tokenRoles())))
                .logout(logout -> logout.logoutSuccessHandler(signOutEverywhere(registrations)))
                .addFilterAfter(new UnreadableLogoutTokens(), HeaderWriterFilter.class)
                .oidcLogout(logout -> logout.backChannel(provided -> provided.logoutHandler(sessions)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusals)
                        .defaultAuthenticationEntryPointFor(refusals, Answer::isForApi)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(START), request -> !Answer.isForApi(request)));
        return http.build();
    }

    private String[] openPaths() {
        return new String[] {
            "/web-kit/**", "/" + properties.service() + "/**", "/actuator/health/liveness", "/actuator/health/readiness"
        };
    }

    /** After signing in a browser goes on to the page it asked for, never to an answer of the API. */
    private static RequestCache pagesOnly() {
        RequestMatcher pages = request -> HttpMethod.GET.matches(request.getMethod()) && !Answer.isForApi(request);
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(pages);
        return cache;
    }

    private static AuthenticationFailureHandler failedSignIn() {
        return (request, response, e) -> {
            request.setAttribute(ErrorPages.WORDS, NOT_SIGNED_IN);
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        };
    }

    private OidcClientInitiatedLogoutSuccessHandler signOutEverywhere(ClientRegistrationRepository registrations) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(properties.ownAddress() + "/");
        handler.setDefaultTargetUrl(properties.ownAddress() + "/");
        return handler;
    }

    private GrantedAuthoritiesMapper sessionRoles() {
        return granted -> granted.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .map(OidcUserAuthority.class::cast)
                .flatMap(user -> authorities(user.getIdToken().getClaims()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private JwtAuthenticationConverter tokenRoles() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(jwt -> authorities(jwt.getClaims()));
        return converter;
    }

    private Collection<GrantedAuthority> authorities(Map<String, Object> claims) {
        Set<Role> roles = new ClaimReader(claims, properties.claims()).roles();
        return List.copyOf(roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList());
    }
}
