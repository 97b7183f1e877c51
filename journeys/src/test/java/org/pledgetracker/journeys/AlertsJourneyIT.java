package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A rep chooses how they are told, on pages that work on any screen; the organiser has programs told. */
class AlertsJourneyIT extends BrowserJourney {

    /** A browser that would allow notifications, and notes what it is asked and told; its page is behind another. */
    private static final String BROWSER = """
        window.asked = 0;
        window.told = [];
        window.Notification = class {
          static permission = "default";
          static requestPermission() {
            window.asked++;
            this.permission = "granted";
            return Promise.resolve("granted");
          }
          constructor(title, options) { window.told.push(options.body); }
        };
        Object.defineProperty(document, "hidden", { get: () => true });
        """;

    @Test
    void aRepReadsTheirInboxInAFeedReaderUntilTheyEndTheFeed() throws Exception {
        try (Visitor rep = Visitor.onPhone(browser.browser(), "rep", false)) {
            rep.open(system.notifier() + "/subscription", "rep-wales");
            rep.look("subscription");
            rep.press("Make a feed");
            rep.look("feed");
            String address = rep.page().locator("main code").first().innerText();
            assertThat(get(address).body()).contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">");

            rep.press("End the feed");
            assertThat(rep.page().locator("main")).containsText("Your feed is ended");
            assertThat(get(address).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRepIsToldByMailAndStopsItFromThere() throws Exception {
        try (Visitor rep = Visitor.onPhone(browser.browser(), "rep-mailed", true);
                Visitor organiser = Visitor.onDesktop(browser.browser(), "organiser-mailed")) {
            Page page = rep.page();
            page.navigate(system.notifier() + "/subscription");
            rep.look("demo-sign-in");
            rep.open(system.notifier() + "/subscription", "rep-north-west");
            page.locator("#email").fill("rep@example.org");
            rep.press("Save");
            assertThat(page.locator(".notice.success")).containsText("Saved.");
            rep.look("subscription-saved");
            rep.press("Make a feed");
            rep.look("feed");

            for (int gp = 21; gp <= 30; gp++) {
                system.pledge("gp-%05d".formatted(gp), "north-west", "partner", "undated-resignation");
            }
            await().atMost(Duration.ofSeconds(30)).pollInSameThread().untilAsserted(() -> {
                page.navigate(system.notifier() + "/mailbox");
                assertThat(page.content())
                        .contains("Reached: 10 partners in the North West pledge an undated resignation");
            });
            rep.look("mailbox");
            page.locator("main a[href*=unsubscribe]").click();
            rep.look("unsubscribe");
            rep.press("Stop these mails");
            assertThat(page.locator("h1")).hasText("No more mails");
            rep.look("unsubscribed");

            page.navigate(system.notifier() + "/deliveries");
            assertThat(page.locator(".cards")).containsText("Delivered");
            assertThat(page.locator(".cards")).not().containsText("Rep ");
            rep.look("deliveries");
            organiser.open(system.notifier() + "/deliveries?channel=email", "organiser");
            assertThat(organiser.page().locator(".cards")).containsText("North West");
            assertThat(organiser.page().locator(".cards")).containsText("Rep ");
            organiser.look("deliveries");
            organiser.page().navigate(system.notifier() + "/organisation/webhooks");
            organiser.look("webhooks");
        }
    }

    @Test
    void theOrganiserHasAProgramToldOfEveryRegion() {
        try (Visitor organiser = Visitor.onDesktop(browser.browser(), "organiser", false)) {
            organiser.open(system.notifier() + "/subscription", "organiser");
            organiser.follow("Webhooks of the organisation");
            organiser.press("Add");
            assertThat(organiser.page().locator(".error-summary")).containsText("Name it");
            organiser.look("webhooks-faulty");

            organiser.page().locator("#name").fill("Chat room");
            organiser.page().locator("#webhook").fill("http://localhost:1/alerts");
            organiser.press("Add");
            assertThat(organiser.page().locator("main")).containsText("whsec_");
            assertThat(organiser.page().locator(".cards")).containsText("Chat room");
            organiser.look("webhooks");

            organiser.press("Remove Chat room");
            assertThat(organiser.page().locator("main")).containsText("There is none yet");
        }
    }

    @Test
    void aRepWhoAllowsItIsNotifiedByTheBrowserAndIsAskedOnlyWhenTheyPressTheButton() throws Exception {
        try (Visitor rep = Visitor.onDesktop(browser.browser(), "rep-notified")) {
            Page page = rep.page();
            page.addInitScript(BROWSER);
            rep.open(system.notifier() + "/", "rep-london");
            assertThat(page.locator("#allow-notifications")).isVisible();
            assertThat(page.locator("#mark-read")).isHidden();
            assertThat((int) page.evaluate("window.asked")).isZero();
            page.locator("#allow-notifications button").click();
            assertThat(page.locator("#allow-notifications")).isHidden();
            assertThat((int) page.evaluate("window.asked")).isEqualTo(1);

            for (int gp = 1; gp <= 10; gp++) {
                system.pledge("gp-%05d".formatted(gp), "london", "partner", "work-to-rule");
            }
            assertThat(page.locator("#alerts"))
                    .containsText(
                            "10 GPs in London pledge to work to rule",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            page.waitForCondition(() -> (int) page.evaluate("window.told.length") > 0);
            assertThat((String) page.evaluate("window.told[0]"))
                    .contains("Reached: 10 GPs in London", "Not a ballot, not a call to act.");
            rep.look("inbox-unread");
            rep.press("Mark all as read");
            assertThat(page.locator("#mark-read")).isHidden();
            assertThat(page.locator("#alerts")).containsText("10 GPs in London pledge to work to rule");
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
