package org.pledgetracker.webkit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Starts signing in at the one provider that there is, in the language that the member has chosen here. Any other provider is a
 * page that there is not, and no error of ours.
 */
final class OnlySignIn implements OAuth2AuthorizationRequestResolver {

    private static final String BASE = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;

    private final OAuth2AuthorizationRequestResolver any;
    private final LocaleResolver languages;

    OnlySignIn(ClientRegistrationRepository registrations, LocaleResolver languages) {
        this.languages = languages;
        any = new DefaultOAuth2AuthorizationRequestResolver(registrations, BASE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        boolean ours = request.getRequestURI().equals(BASE + "/" + Provider.REGISTRATION);
        return ours ? inLanguage(any.resolve(request), request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return registration.equals(Provider.REGISTRATION)
                ? inLanguage(any.resolve(request, registration), request)
                : null;
    }

    private @Nullable OAuth2AuthorizationRequest inLanguage(
            @Nullable OAuth2AuthorizationRequest start, HttpServletRequest request) {
        Language language = Language.of(languages.resolveLocale(request));
        // English may be what nobody has chosen
        if (start == null || language == Language.ENGLISH) {
            return start;
        }
        return OAuth2AuthorizationRequest.from(start)
                .additionalParameters(parameters -> parameters.put("ui_locales", language.tag()))
                .build();
    }
}
