package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.journeys.identity.Mailbox;
import org.pledgetracker.journeys.identity.ServiceProcess;
import org.pledgetracker.webkit.FreePort;

/** The pages of signing in by mail, which the demonstration does without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInJourneyIT {

    private static final String MEMBER = "ada.example@example.org";

    private final TestBrowser browser = TestBrowser.start();
    private final Mailbox mailbox = new Mailbox();
    private final int port = FreePort.find();
    private final String address = "http://localhost:" + port;
    private final HttpServer pledgeService;
    private final ServiceProcess signIn;

    SignInJourneyIT(@TempDir Path folder) throws IOException {
        pledgeService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        pledgeService.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        signIn = ServiceProcess.start(
                "org.pledgetracker.signin.SignIn", folder.resolve("sign-in"), port, List.of(), settings());
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailbox.port(),
                "--pledge-tracker.data=data",
                "--pledge-tracker.roll="
                        + Path.of("..", "campaigns", "sample-roll.csv").toAbsolutePath(),
                "--pledge-tracker.addresses.sign-in=" + address));
        for (String part : List.of("pledge", "tally", "notifier")) {
            settings.add("--pledge-tracker.clients." + part + "-service.secret=a-secret-of-" + part);
            settings.add("--pledge-tracker.addresses." + part + "=" + afterwards());
        }
        return settings;
    }

    /** Where those who have signed in are led to. */
    private String afterwards() {
        return "http://localhost:" + pledgeService.getAddress().getPort();
    }

    @BeforeAll
    void begin() {
        pledgeService.start();
        signIn.awaitReady();
    }

    @AfterAll
    void end() throws InterruptedException {
        signIn.stop();
        pledgeService.stop(0);
        mailbox.close();
        browser.close();
    }

    @Test
    void aMemberSignsInByALinkThatWorksOnceAndSignsOut() {
        try (Visitor member = Visitor.onPhone(browser.browser(), "member", true)) {
            asksForALink(member);
            String link = mailbox.newestLinkTo(MEMBER);
            Page page = member.page();
            page.navigate(link);
            member.look("sign-in-confirm");
            page.locator("main button").click();
            page.waitForURL(afterwards() + "/");

            page.navigate(link);
            assertThat(page.locator("h1")).hasText("This link or code no longer works");
            member.look("sign-in-refused");
            page.navigate(address + "/sign-out");
            member.look("sign-out");
            page.locator("main button").click();
            assertThat(page.locator("h1")).hasText("You are signed out");
            member.look("signed-out");
        }
    }

    private void asksForALink(Visitor member) {
        Page page = member.page();
        page.navigate(address + "/sign-in");
        member.look("sign-in");
        page.locator("main button").click();
        assertThat(page.locator(".error-summary")).isVisible();
        member.look("sign-in-error");
        page.locator("#email").fill(MEMBER);
        page.locator("main button").click();
        assertThat(page.locator("h1")).hasText("Look in your mail");
        member.look("sign-in-sent");
        page.locator("#code").fill("WRONG");
        page.locator("main button").click();
        assertThat(page.locator(".error-summary")).isVisible();
        member.look("sign-in-sent-error");
    }
}
