package org.pledgetracker.webkit;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
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
import org.springframework.web.servlet.LocaleResolver;

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
    private final SecurityHeaders headers;
    private final CallLimits limits;
    private final Provider provider;

    ServiceSecurity(WebKitProperties properties, SecurityHeaders headers, CallLimits limits) {
        this.properties = properties;
        this.headers = headers;
        this.limits = limits;
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
    Refusals refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new Refusals(problems, limits);
    }

    /** Requests are observed as a whole: to observe each filter costs more than most of them do. */
    @Bean
    SecurityObservationSettings requestsAlone() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * For calls with a token, which is all that counts then: a session that comes with it would add its own member's roles, so that
     * a GP's session let a rep's token have a card. It has few filters, for these are the calls that come by the thousand.
     */
    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(HttpSecurity http, ObjectProvider<Access> access, Refusals refusals) {
        http.securityMatcher(
                        request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null && !isSigningInOrOut(request))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        // a session that comes with it is another matter, and stays as it is
                        .sessionFixation(SessionFixationConfigurer::none))
                .csrf(CsrfConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable);
        return guarded(http, access, refusals).build();
    }

    /** Where a session begins and ends nobody's token is looked at. */
    private static boolean isSigningInOrOut(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Stream.of("/oauth2/", "/login/", "/logout").anyMatch(path::startsWith);
    }

    /** For everybody else: pages, and the API as the pages call it. */
    @Bean
    @Order(2)
    SecurityFilterChain sessionChain(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            OpenSessions sessions,
            ObjectProvider<Access> access,
            Refusals refusals,
            LocaleResolver languages) {
        http.csrf(withDefaults())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .oauth2Login(login -> login.loginPage(START)
                        .authorizationEndpoint(
                                start -> start.authorizationRequestResolver(new OnlySignIn(registrations, languages)))
                        .authorizedClientRepository(new NoTokensKept())
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(sessionRoles()))
                        .failureHandler(failedSignIn()))
                .logout(logout -> logout.logoutSuccessHandler(signOutEverywhere(registrations)))
                .addFilterAfter(new UnreadableLogoutTokens(), HeaderWriterFilter.class)
                .oidcLogout(logout -> logout.backChannel(provided -> provided.logoutHandler(sessions)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusals)
                        .defaultAuthenticationEntryPointFor(refusals, Answer::isForApi)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(START), request -> !Answer.isForApi(request)));
        return guarded(http, access, refusals).build();
    }

    /** What holds for both. */
    private HttpSecurity guarded(HttpSecurity http, ObjectProvider<Access> access, Refusals refusals) {
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers(HttpMethod.GET, openPaths()).permitAll();
                    access.orderedStream().forEach(rules -> rules.rule(requests));
                    requests.anyRequest().denyAll();
                })
                .headers(headers)
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(tokenRoles())))
                .addFilterBefore(new LimitFilter(limits, properties.demo()), AuthorizationFilter.class);
    }

    private String[] openPaths() {
        return new String[] {"/web-kit/**", "/" + properties.service() + "/**", "/livez", "/readyz"};
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
