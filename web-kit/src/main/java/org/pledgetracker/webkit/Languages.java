package org.pledgetracker.webkit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** The languages that a service's pages can be read in, and the one that a browser has chosen: remembered in a cookie. */
final class Languages implements HandlerInterceptor {

    static final String COOKIE = "LANGUAGE";
    private static final String PARAMETER = "language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final List<Language> offered;
    private final LocaleResolver chosen;

    Languages(List<Language> offered, ServerProperties server) {
        this.offered = offered;
        this.chosen = offered.size() > 1 ? byCookie(server) : new FixedLocaleResolver(Language.ENGLISH.locale());
    }

    private static CookieLocaleResolver byCookie(ServerProperties server) {
        CookieLocaleResolver cookie = new CookieLocaleResolver(COOKIE);
        cookie.setDefaultLocaleFunction(request -> Language.ENGLISH.locale());
        cookie.setRejectInvalidCookies(false);
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setCookieSecure(!Boolean.FALSE.equals(
                server.getServlet().getSession().getCookie().getSecure()));
        cookie.setCookieMaxAge(REMEMBERED);
        return cookie;
    }

    LocaleResolver chosen() {
        return chosen;
    }

    /** The other languages that a page can be read in. */
    List<Language> others() {
        Language current = Language.current();
        return offered.stream().filter(language -> language != current).toList();
    }

    /**
     * The address of the page that is being answered with, in that language: the first page, if it only answers forms or says
     * what the filters refused.
     */
    static String address(HttpServletRequest request, Language language) {
        boolean again =
                HttpMethod.GET.matches(request.getMethod()) && request.getDispatcherType() != DispatcherType.ERROR;
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(again ? request.getRequestURI() : "/");
        String query = request.getQueryString();
        if (again && query != null) {
            address.query(query);
        }
        return address.replaceQueryParam(PARAMETER, language.tag()).build().toUriString();
    }

    /** Takes the choice of whoever follows the switch. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = request.getParameter(PARAMETER);
        if (wanted != null) {
            Language.tagged(wanted)
                    .filter(offered::contains)
                    .filter(language -> offered.size() > 1)
                    .ifPresent(language -> chosen.setLocale(request, response, language.locale()));
        }
        return true;
    }
}
