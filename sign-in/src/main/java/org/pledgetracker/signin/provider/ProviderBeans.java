package org.pledgetracker.signin.provider;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** What the provider is made of. */
@Configuration(proxyBeanMethods = false)
class ProviderBeans {

    private static final int MOST_AUTHORIZATIONS = 10_000;
    private static final int MOST_SESSIONS = 20_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(WebKitProperties web) {
        return AuthorizationServerSettings.builder().issuer(web.issuer()).build();
    }

    @Bean
    RegisteredClientRepository registeredClients(SignInProperties properties, WebKitProperties web) {
        return new InMemoryRegisteredClientRepository(Clients.of(properties, web.addresses()));
    }

    @Bean
    PasswordEncoder clientSecrets() {
        return new ClientSecrets();
    }

    @Bean
    OAuth2AuthorizationService recentAuthorizations() {
        return new RecentAuthorizations(MOST_AUTHORIZATIONS);
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(SignInProperties properties) {
        return new ImmutableJWKSet<>(new SigningKeys(properties.data()).load());
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
        return new NimbusJwtEncoder(signingKeys);
    }

    @Bean
    ProviderSessions providerSessions() {
        return new ProviderSessions(MOST_SESSIONS);
    }

    @Bean
    BackChannelLogout backChannelLogout(
            JwtEncoder jwtEncoder, WebKitProperties web, SignInProperties properties, Clock clock) {
        LogoutTokens tokens = new LogoutTokens(jwtEncoder, web.issuer(), clock);
        return new BackChannelLogout(tokens, service -> properties.addressOf(service, web.addresses()));
    }

    /** Lets the provider forget sessions that end. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Only where a service sent a browser here is somewhere to go back to. */
    @Bean
    RequestCache authorizationRequests() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "/oauth2/authorize".equals(request.getRequestURI()));
        return cache;
    }
}
