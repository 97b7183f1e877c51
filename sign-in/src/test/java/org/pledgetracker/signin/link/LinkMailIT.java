package org.pledgetracker.signin.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pledgetracker.signin.Browser.target;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.signin.Browser;
import org.pledgetracker.signin.CodeFlow;
import org.pledgetracker.signin.Running;
import org.pledgetracker.webkit.CannotStart;

class LinkMailIT {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/sign-in/link/[A-Za-z0-9_-]{43}");
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
        signIn = Running.start(arguments("roll.csv"));
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
        assertThat(refused.body()).contains("This link no longer works");
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
        assertThatThrownBy(() -> Running.start(arguments("faulty.csv")))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("line 2: has no valid email")
                .hasMessageContaining("line 2: gmc_number is not 7 digits");
    }

    private static String[] arguments(String roll) {
        return new String[] {
            "--pledge-tracker.roll=" + folder.resolve(roll),
            "--pledge-tracker.data=" + folder,
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mail.getSmtp().getPort()
        };
    }

    private static String linkFor(String email, Browser browser) throws Exception {
        browser.get("/sign-in");
        assertThat(target(browser.post("/sign-in", Map.of("email", email)))).endsWith("/sign-in/sent");
        assertThat(mail.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
        MimeMessage message = mail.getReceivedMessages()[0];
        Matcher link = LINK.matcher((String) message.getContent());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
