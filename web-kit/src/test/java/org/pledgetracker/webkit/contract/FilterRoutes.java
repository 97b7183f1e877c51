package org.pledgetracker.webkit.contract;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which routes the security filters answer themselves. */
final class FilterRoutes {

    private static final Map<String, List<String>> ANSWERING = Map.ofEntries(
            Map.entry("LogoutFilter", List.of("POST /logout")),
            Map.entry("OAuth2AuthorizationRequestRedirectFilter", List.of("GET /oauth2/authorization/{provider}")),
            Map.entry(
                    "OAuth2LoginAuthenticationFilter",
                    List.of("GET /login/oauth2/code/{provider}", "POST /login/oauth2/code/{provider}")),
            Map.entry("OidcBackChannelLogoutFilter", List.of("POST /logout/connect/back-channel/{provider}")),
            Map.entry("OAuth2ProtectedResourceMetadataFilter", List.of("GET /.well-known/oauth-protected-resource")),
            Map.entry(
                    "OAuth2AuthorizationServerMetadataEndpointFilter",
                    List.of("GET /.well-known/oauth-authorization-server")),
            Map.entry("OidcProviderConfigurationEndpointFilter", List.of("GET /.well-known/openid-configuration")),
            Map.entry("NimbusJwkSetEndpointFilter", List.of("GET /oauth2/jwks")),
            Map.entry("OAuth2AuthorizationEndpointFilter", List.of("GET /oauth2/authorize", "POST /oauth2/authorize")),
            Map.entry("OAuth2TokenEndpointFilter", List.of("POST /oauth2/token")),
            Map.entry("OAuth2TokenIntrospectionEndpointFilter", List.of("POST /oauth2/introspect")),
            Map.entry("OAuth2TokenRevocationEndpointFilter", List.of("POST /oauth2/revoke")),
            Map.entry("OidcUserInfoEndpointFilter", List.of("GET /userinfo", "POST /userinfo")),
            Map.entry("OidcLogoutEndpointFilter", List.of("GET /connect/logout", "POST /connect/logout")));

    /** Filters that pass on, or refuse, whatever the route. */
    private static final Set<String> PASSING = Set.of(
            "AnonymousAuthenticationFilter",
            "AuthorizationFilter",
            "AuthorizationServerContextFilter",
            "BearerTokenAuthenticationFilter",
            "CsrfFilter",
            "DisableEncodeUrlFilter",
            "ExceptionTranslationFilter",
            "HeaderWriterFilter",
            "LimitFilter",
            "OAuth2AuthorizationCodeGrantFilter",
            "OAuth2AuthorizationCodeRequestValidatingFilter",
            "OAuth2ClientAuthenticationFilter",
            "RequestCacheAwareFilter",
            "SecurityContextHolderAwareRequestFilter",
            "SecurityContextHolderFilter",
            "SessionManagementFilter",
            "UnreadableLogoutTokens",
            "WebAsyncManagerIntegrationFilter");

    private FilterRoutes() {}

    static List<Route> of(Filter filter) {
        String name = filter.getClass().getSimpleName();
        List<String> answers = ANSWERING.get(name);
        if (answers == null && !PASSING.contains(name)) {
            throw new AssertionError("say in FilterRoutes which routes " + name + " answers, if any");
        }
        List<Route> routes = new ArrayList<>();
        if (answers != null) {
            answers.stream()
                    .map(answer -> answer.split(" ", -1))
                    .forEach(answer -> routes.add(new Route(answer[0], answer[1])));
        }
        return routes;
    }
}
