package org.pledgetracker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking for links too often, and guessing at them. */
class SignInLimitsTest {

    @TempDir
    private static Path folder;

    private static Running signIn;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(folder.resolve("roll.csv"), """
            member_id,name,email,gmc_number,roles,region,employment_type,regions
            m-1,Ada,ada@example.org,,gp,wales,partner,
            """);
        signIn = Running.start(
                "--pledge-tracker.roll=" + folder.resolve("roll.csv"),
                "--pledge-tracker.data=" + folder,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=1",
                "--pledge-tracker.limits.sign-in-address=12/1h",
                "--pledge-tracker.limits.sign-in-email=3/1h",
                "--pledge-tracker.limits.trusted-proxies=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        signIn.close();
    }

    @Test
    void nobodysMailboxIsFloodedAndTheAnswerTellsNotWhoIsOnTheRoll() {
        for (String email : new String[] {"ada@example.org", "nobody@example.org"}) {
            for (int ask = 0; ask < 3; ask++) {
                assertThat(ask(email, "198.51.100.1").statusCode()).isEqualTo(302);
            }
            // However it is written, and wherever it is asked from
            HttpResponse<String> refused = ask(" " + email.toUpperCase(Locale.ROOT), "198.51.100.2");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("Too many requests");
        }
    }

    @Test
    void guessingAtLinksIsHeldByAddressAndSigningInElsewhereIsNot() {
        Browser browser = signIn.browser();
        browser.get("/sign-in");
        for (int guess = 0; guess < 12; guess++) {
            assertThat(guess(browser, "198.51.100.3").statusCode()).isEqualTo(410);
        }
        assertThat(guess(browser, "198.51.100.3").statusCode()).isEqualTo(429);
        assertThat(guess(browser, "198.51.100.4").statusCode()).isEqualTo(410);
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> guess(Browser browser, String address) {
        return browser.post("/sign-in/link/guess", Map.of("_csrf", browser.csrf()), Map.of("X-Forwarded-For", address));
    }

    private static HttpResponse<String> ask(String email, String address) {
        Browser browser = signIn.browser();
        browser.get("/sign-in");
        return browser.post(
                "/sign-in", Map.of("email", email, "_csrf", browser.csrf()), Map.of("X-Forwarded-For", address));
    }
}
