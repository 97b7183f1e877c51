package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Once the organiser publishes, a GP finds the rounded figures of everybody from their own pledges. */
class PublishedJourneyIT extends BrowserJourney {

    private static final String CAMPAIGN = "/campaigns/gp-action-2026";

    @BeforeAll
    void twentyGpsPledge() throws Exception {
        for (int gp = 1; gp <= 20; gp++) {
            system.pledge("gp-%05d".formatted(gp), "london", "partner", "work-to-rule");
        }
    }

    @Test
    void aGpReadsWhatIsPublishedAndNothingBefore() {
        try (Visitor gp = Visitor.onPhone(browser.browser(), "gp", true);
                Visitor organiser = Visitor.onDesktop(browser.browser(), "organiser");
                Visitor other = Visitor.onDesktop(browser.browser(), "gp")) {
            gp.open(system.pledge() + CAMPAIGN + "/my-pledges", "gp-00001");
            assertThat(gp.page().locator("main")).not().containsText("rounded figures of everybody");
            gp.page().navigate(system.tally() + CAMPAIGN);
            assertThat(gp.page().locator("main")).containsText("has not published its figures yet");
            gp.look("not-published");

            organiser.open(system.pledge() + "/organise" + CAMPAIGN + "/publish", "organiser");
            organiser.press("Publish released figures");
            assertThat(organiser.page().locator("main")).containsText("Released figures are published");

            gp.page().navigate(system.pledge() + CAMPAIGN + "/my-pledges");
            gp.look("my-pledges-published");
            gp.follow("See the rounded figures of everybody");
            assertThat(gp.page().locator("#figures")).containsText("20", patiently());
            gp.look("published");
            other.open(system.tally() + CAMPAIGN, "gp-00002");
            assertThat(other.page().locator("#figures")).containsText("All regions", patiently());
            other.look("published");
        }
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
