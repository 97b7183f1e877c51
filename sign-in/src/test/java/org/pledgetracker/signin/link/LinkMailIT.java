package org.pledgetracker.signin.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.pledgetracker.signin.Browser.target;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.signin.Browser;
import org.pledgetracker.signin.CodeFlow;
import org.pledgetracker.signin.Running;
import org.pledgetracker.webkit.CannotStart;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LinkMailIT {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/sign-in/link/[A-Za-z0-9_-]{43}");
    private static final Pattern CODE = Pattern.compile("[B-Z2-9]{4} [B-Z2-9]{4}");
    private static final String COLUMNS = "member_id,name,email,gmc_number,roles,region,employment_type,regions\n";
    private static final long PATIENCE_MILLIS = 10_000;

    @TempDir
    private static Path folder;

    private static GreenMail mail;
    private static Running signIn;

    @BeforeAll
    static void start() throws Exception {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        Files.writeString(
                folder.resolve("roll.csv"),
                COLUMNS + "m-1,Ada,ada@example.org,1234567,gp,wales,partner,\n"
                        + "m-2,Ben,ben@example.org,7654321,gp,london,locum,\n"
                        + "m-3,Cal,cal@example.org,,organiser,,,\n"
                        + "m-4,Dee,dee@example.org,,rep,,,wales\n");
        signIn = Running.start(arguments("roll.csv", "data"));
    }

    @AfterAll
    static void stop() {
        signIn.close();
        mail.stop();
    }

    @BeforeEach
    void emptyMailboxes() throws Exception {
        mail.purgeEmailFromAllMailboxes();
    }

    @Test
    void aMemberSignsInByTheLinkInTheirMailAndGoesOnToTheService() throws Exception {
        CodeFlow service = new CodeFlow();
        Browser browser = signIn.browser();
        assertThat(target(browser.get(service.start()))).endsWith("/sign-in");
        String link = linkFor("ada@example.org", browser);
        // A scanner, and the member's own look, use nothing up
        assertThat(signIn.browser().get(link).statusCode()).isEqualTo(200);
        HttpResponse<String> confirm = browser.get(link);
        assertThat(confirm.body()).contains("Sign in on this device?");
        assertThat(confirm.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(confirm.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        String onwards = target(browser.post(link, Map.of()));
        HttpResponse<String> tokens = service.exchange(signIn.base(), target(browser.get(onwards)));
        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(tokens.body()).contains("id_token");
    }

    @Test
    void aLinkOpenedElsewhereSignsThatBrowserInAndStartsAtTheCampaigns() throws Exception {
        String link = linkFor("ben@example.org", signIn.browser());
        Browser phone = signIn.browser();
        phone.get(link);
        assertThat(target(phone.post(link, Map.of()))).isEqualTo("http://localhost:8080/");
        assertThat(target(phone.get(new CodeFlow().start()))).startsWith("http://localhost:8080/login");
    }

    @Test
    void aLinkWorksOnce() throws Exception {
        Browser browser = signIn.browser();
        String link = linkFor("cal@example.org", browser);
        browser.get(link);
        assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(302);
        Browser other = signIn.browser();
        HttpResponse<String> refused = other.get(link);
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(refused.body()).contains("This link or code no longer works");
        other.get("/sign-in");
        assertThat(other.post(link, Map.of()).statusCode()).isEqualTo(410);
        assertThat(target(other.get(new CodeFlow().start()))).endsWith("/sign-in");
    }

    @Test
    void anAddressThatIsNotOnTheRollGetsTheSameAnswerAndNoMail() throws Exception {
        Browser browser = signIn.browser();
        browser.get("/sign-in");
        HttpResponse<String> unknown = browser.post("/sign-in", Map.of("email", "eve@example.org"));
        HttpResponse<String> known = browser.post("/sign-in", Map.of("email", "dee@example.org"));
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(302);
        assertThat(target(unknown)).isEqualTo(target(known));
        // The unknown one came first, so its mail would be there by now
        assertThat(mail.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
        assertThat(mail.getReceivedMessages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.getAllRecipients()).singleElement().hasToString("dee@example.org"));
    }

    @Test
    void theMailSaysNothingOfWhatItSignsInTo() throws Exception {
        linkFor("DEE@example.org", signIn.browser());
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject() + GreenMailUtil.getBody(message))
                .contains("work address")
                .doesNotContainIgnoringCase("action", "union", "BMA", "campaign", "strike", "Dee,");
    }

    @Test
    void theCodeOfTheMailSignsTheBrowserInThatAskedAndGoesOnToTheService() throws Exception {
        CodeFlow service = new CodeFlow();
        Browser browser = signIn.browser();
        browser.get(service.start());
        linkFor("ada@example.org", browser);
        assertThat(browser.get("/sign-in/sent").body()).contains("Code from the mail");
        String onwards = target(browser.post("/sign-in/code", Map.of("code", code())));
        assertThat(service.exchange(signIn.base(), target(browser.get(onwards))).statusCode())
                .isEqualTo(200);
        assertThat(browser.get(link()).statusCode()).isEqualTo(410);
    }

    @Test
    void theCodeWorksNowhereElse() throws Exception {
        Browser browser = signIn.browser();
        linkFor("ada@example.org", browser);
        Browser other = signIn.browser();
        other.get("/sign-in");
        assertThat(other.post("/sign-in/code", Map.of("code", code())).statusCode())
                .isEqualTo(410);
        other.post("/sign-in", Map.of("email", "eve@example.org"));
        other.get("/sign-in/sent");
        assertThat(other.post("/sign-in/code", Map.of("code", code())).statusCode())
                .isEqualTo(422);
        browser.get("/sign-in/sent");
        assertThat(browser.post("/sign-in/code", Map.of("code", code())).statusCode())
                .isEqualTo(302);
    }

    @Test
    void wrongCodesAreAnsweredAlikeWhoeverIsOnTheRollAndFiveVoidIt() throws Exception {
        Browser known = signIn.browser();
        linkFor("ben@example.org", known);
        Browser unknown = signIn.browser();
        unknown.get("/sign-in");
        unknown.post("/sign-in", Map.of("email", "eve@example.org"));
        for (Browser browser : List.of(known, unknown)) {
            browser.get("/sign-in/sent");
            List<Integer> answers = new ArrayList<>();
            for (int tries = 0; tries < 6; tries++) {
                HttpResponse<String> answer = browser.post("/sign-in/code", Map.of("code", "BBBB 2222"));
                answers.add(answer.statusCode());
                assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                        .contains("no-store");
            }
            assertThat(answers).containsExactly(422, 422, 422, 422, 410, 410);
            assertThat(browser.get("/sign-in/sent").body()).doesNotContain("Code from the mail");
        }
        assertThat(known.post("/sign-in/code", Map.of("code", code())).statusCode())
                .isEqualTo(410);
    }

    @Test
    void theAddressInTheMailIsThatOfTheSettingsWhateverTheHostThatWasAsked() throws Exception {
        Browser browser = signIn.browser();
        browser.get("/sign-in");
        String answer = browser.postTo("evil.example", "/sign-in", Map.of("email", "dee@example.org"));
        assertThat(answer).startsWith("HTTP/1.1 302");
        assertThat(mail.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
        assertThat(GreenMailUtil.getBody(mail.getReceivedMessages()[0])).doesNotContain("evil.example");
        assertThat(link()).startsWith(signIn.base() + "/sign-in/link/");
    }

    @Test
    void neitherTokensNorAddressesReachTheLog(CapturedOutput log) throws Exception {
        Browser browser = signIn.browser();
        String link = linkFor("cal@example.org", browser);
        browser.get(link + "x");
        browser.post(link, Map.of(), Map.of());
        browser.get(link);
        browser.post(link, Map.of());
        browser.get(link + "/..%2f");
        assertThat(log.getAll())
                .doesNotContain(link.substring(link.lastIndexOf('/') + 1), code().replace(" ", ""), "cal@example");
    }

    @Test
    void aMailServerThatIsAwayChangesNoAnswerAndIsLoggedWithoutTheAddress(CapturedOutput log) throws Exception {
        try (Running other = Running.start(
                "--pledge-tracker.roll=" + folder.resolve("roll.csv"),
                "--pledge-tracker.data=" + folder.resolve("other"),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=1")) {
            Browser browser = other.browser();
            browser.get("/sign-in");
            assertThat(target(browser.post("/sign-in", Map.of("email", "ada@example.org"))))
                    .endsWith("/sign-in/sent");
            await().untilAsserted(() -> assertThat(log.getAll()).contains("A mail with a link could not be sent"));
            assertThat(log.getAll()).doesNotContain("ada@");
        }
    }

    @Test
    void whoReadsThePageInWelshGetsTheirMailInWelsh() throws Exception {
        Browser browser = signIn.browser();
        assertThat(browser.get("/sign-in?language=cy").body()).contains("Mewngofnodi", "lang=\"cy\"");
        browser.post("/sign-in", Map.of("email", "cal@example.org"));
        assertThat(mail.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Eich dolen mewngofnodi");
        assertThat((String) mail.getReceivedMessages()[0].getContent()).contains("Peidiwch â’u rhoi i neb");
        assertThat(browser.get(link()).body()).contains("Mewngofnodi ar y ddyfais hon?");
        assertThat(browser.get("/sign-in/sent").body()).contains("Y cod o’r e-bost");
        assertThat(browser.get("/sign-out").body()).contains("Rydych wedi allgofnodi");
    }

    @Test
    void whatIsNoAddressIsAskedForAgain() {
        Browser browser = signIn.browser();
        browser.get("/sign-in");
        HttpResponse<String> again = browser.post("/sign-in", Map.of("email", "nonsense"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Enter an e-mail address", "aria-invalid=\"true\"");
    }

    @Test
    void thereAreNoTokensForScriptsOutsideDemoMode() {
        assertThat(signIn.browser()
                        .post("/demo/token", Map.of("username", "gp-00001"), Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(signIn.browser().get("/sign-in").body()).doesNotContain("gp-", "Nothing here is real");
    }

    @Test
    void aFaultyRollStopsTheStartWithEveryFault() throws Exception {
        Files.writeString(folder.resolve("faulty.csv"), COLUMNS + "m-1,Ada,nobody,1,gp,,,\n");
        assertThatThrownBy(() -> Running.start(arguments("faulty.csv", "faulty")))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("line 2: has no valid email")
                .hasMessageContaining("line 2: gmc_number is not 7 digits");
    }

    private static String[] arguments(String roll, String data) {
        return new String[] {
            "--pledge-tracker.roll=" + folder.resolve(roll),
            "--pledge-tracker.data=" + folder.resolve(data),
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mail.getSmtp().getPort()
        };
    }

    private static String linkFor(String email, Browser browser) throws Exception {
        browser.get("/sign-in");
        assertThat(target(browser.post("/sign-in", Map.of("email", email)))).endsWith("/sign-in/sent");
        assertThat(mail.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
        return link();
    }

    private static String link() throws Exception {
        return found(LINK);
    }

    private static String code() throws Exception {
        return found(CODE);
    }

    private static String found(Pattern pattern) throws Exception {
        Matcher matcher = pattern.matcher((String) mail.getReceivedMessages()[0].getContent());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
