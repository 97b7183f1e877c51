package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = SampleService.class,
        properties = {"pledge-tracker.client.id=pledge-service", "pledge-tracker.languages=english,welsh"})
@AutoConfigureMockMvc
class LanguagesTest {

    private static final TestTokens TOKENS = TestTokens.start();

    @Autowired
    private MockMvcTester web;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        TOKENS.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        TOKENS.close();
    }

    @Test
    void aPageIsInEnglishAndOffersWelshInWelsh() {
        assertThat(page("/page?kept=1"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en-GB\"", "Not a ballot, not a call to act.")
                .contains("href=\"/page?kept=1&amp;language=cy\" lang=\"cy\" hreflang=\"cy\">Cymraeg<")
                .doesNotContain("translation-note", "??");
    }

    @Test
    void theChoiceHoldsAtOnceAndIsRememberedInACookieThatScriptsCannotRead() {
        MvcTestResult chosen = page("/page?language=cy");

        assertThat(chosen)
                .bodyText()
                .contains("<html lang=\"cy\"", "Nid pleidlais, ac nid galwad i weithredu.", "translation-note")
                .contains("href=\"/page?language=en-GB\" lang=\"en-GB\" hreflang=\"en-GB\">English<")
                .doesNotContain("??");
        Cookie cookie = Objects.requireNonNull(chosen.getResponse().getCookie(Languages.COOKIE));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(web.get().uri("/page").cookie(cookie).with(gp())).bodyText().contains("<html lang=\"cy\"");
    }

    @Test
    void problemsAreInTheChosenLanguageToo() {
        assertThat(page("/broken/broker?language=cy"))
                .hasStatus(503)
                .bodyText()
                .contains("<title>Ni allem gadarnhau hynny – Pledge Tracker</title>", "Dechrau eto")
                .contains("href=\"/broken/broker?language=en-GB\"");
    }

    @Test
    void aLanguageThatIsNotOfferedChangesNothing() {
        MvcTestResult page = page("/page?language=fr");

        assertThat(page).hasStatusOk().bodyText().contains("<html lang=\"en-GB\"");
        assertThat(page.getResponse().getCookie(Languages.COOKIE)).isNull();
        assertThat(web.get()
                        .uri("/page")
                        .cookie(new Cookie(Languages.COOKIE, "<&>"))
                        .with(gp()))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en-GB\"");
    }

    @Test
    void theLayoutSaysTheSameInBothLanguages() {
        MessageBundle.in("web-kit").assertSameInBothLanguages();
        MessageBundle.in("web-kit").assertHasAllThatTemplatesUse(Path.of("src/main/resources/templates"));
    }

    private MvcTestResult page(String address) {
        return web.get().uri(address).with(gp()).exchange();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor gp() {
        return oidcLogin()
                .idToken(token -> token.claim("roles", java.util.List.of("gp"))
                        .issuer(TOKENS.issuer())
                        .subject("a"))
                .authorities(AuthorityUtils.createAuthorityList("ROLE_GP"));
    }
}
