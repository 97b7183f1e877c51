package org.pledgetracker.webkit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Starts signing in at the one provider that there is. Any other is a page that there is not, and no error of ours. */
final class OnlySignIn implements OAuth2AuthorizationRequestResolver {

    private static final String BASE = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;

    private final OAuth2AuthorizationRequestResolver any;

    OnlySignIn(ClientRegistrationRepository registrations) {
        any = new DefaultOAuth2AuthorizationRequestResolver(registrations, BASE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        boolean ours = request.getRequestURI().equals(BASE + "/" + Provider.REGISTRATION);
        return ours ? any.resolve(request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return registration.equals(Provider.REGISTRATION) ? any.resolve(request, registration) : null;
    }
}
