package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rep reads the dashboard of their region on any screen; the organiser sees that looks at exact figures are recorded. */
class DashboardJourneyIT extends BrowserJourney {

    private static final String CAMPAIGN = "/campaigns/gp-action-2026";

    @BeforeAll
    void thirtySixGpsPledge() throws Exception {
        for (int gp = 1; gp <= 24; gp++) {
            system.pledge("gp-%05d".formatted(gp), "london", gp % 3 == 0 ? "salaried" : "partner", "work-to-rule");
        }
        for (int gp = 25; gp <= 36; gp++) {
            system.pledge("gp-%05d".formatted(gp), "wales", "partner", "work-to-rule");
        }
    }

    @Test
    void aRepStartsAtTheirOwnRegionAndCanForwardWhatIsReleased() {
        try (Visitor rep = Visitor.onDesktop(browser.browser(), "rep")) {
            rep.open(system.tally() + CAMPAIGN + "?action=work-to-rule", "rep-london");
            assertThat(rep.page().locator("#figures tbody tr").first()).containsText("your region", patiently());
            assertThat(rep.page().locator("#region")).hasValue("london");
            assertThat(rep.page().locator("#short-text")).hasText(Pattern.compile("Pledged: about 2[05]"));
            assertThat(rep.page().locator("#live")).hasText("Live");
            rep.look("trend");
            rep.choose("#as", "share");
            rep.press("Show");
            assertThat(rep.page().locator("#figures caption").first()).containsText("Work to rule");
            rep.look("shares");
        }
    }

    @Test
    void theDashboardFitsOnAPhoneAlsoWithoutScripts() {
        Browser chromium = browser.browser();
        for (boolean scripts : new boolean[] {true, false}) {
            try (Visitor rep = Visitor.onPhone(chromium, "rep", scripts)) {
                rep.open(system.tally() + CAMPAIGN + "?action=work-to-rule", "rep-london");
                assertThat(rep.page().locator("#figures")).containsText("All regions", patiently());
                rep.look("dashboard");
                assertThat((int) rep.page().evaluate("document.documentElement.scrollWidth"))
                        .as("nothing sticks out to the right")
                        .isLessThanOrEqualTo(390);
            }
        }
    }

    @Test
    void theOrganiserSeesWhoLookedAtExactFigures() {
        try (Visitor organiser = Visitor.onDesktop(browser.browser(), "organiser")) {
            organiser.open(system.tally() + CAMPAIGN + "?action=work-to-rule", "organiser");
            assertThat(organiser.page().locator("#figures")).containsText("36");
            organiser.look("exact");
            organiser.follow("recorded");
            assertThat(organiser.page().locator("main")).containsText("(you)", patiently());
            organiser.look("disclosures");
        }
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
