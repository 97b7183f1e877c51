package org.pledgetracker.signin.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.pledgetracker.webkit.Language;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Asks to sign in, in the language that was chosen at the service that a member comes from: that service cannot set a cookie for
 * another host, so it says so in {@code ui_locales} (OpenID Connect Core 1.0, 3.1.2.1).
 */
final class AskedLanguage extends LoginUrlAuthenticationEntryPoint {

    private final String page;

    AskedLanguage(String page) {
        super(page);
        this.page = page;
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        String asked = request.getParameter("ui_locales");
        List<String> tags = asked == null ? List.of() : List.of(asked.split(" ", -1));
        return Stream.of(Language.values())
                .map(Language::tag)
                .filter(tags::contains)
                .findFirst()
                .map(tag -> page + "?language=" + tag)
                .orElse(page);
    }
}
