package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** GPs pledge on their phones; a rep watches the dashboard move and is alerted. */
class PledgeJourneyIT extends BrowserJourney {

    private static final String CAMPAIGN = "/campaigns/gp-action-2026";

    @Test
    void tenGpsPledgeTheDashboardMovesAndARepIsAlerted() throws Exception {
        Browser chromium = browser.browser();
        try (Visitor rep = Visitor.onDesktop(chromium, "rep");
                Visitor alerted = Visitor.onPhone(chromium, "rep", true)) {
            rep.open(system.tally() + CAMPAIGN + "?action=work-to-rule", "rep-london");
            rep.look("dashboard-before");
            assertThat(rep.page().locator("#figures")).not().containsText("10 of 10");
            alerted.open(system.notifier() + "/", "rep-london");
            alerted.look("inbox-before");
            assertThat(alerted.page().locator("#no-alerts")).isVisible();

            try (Visitor gp = Visitor.onPhone(chromium, "gp", false)) {
                pledgesByForm(gp, "gp-00001");
            }
            try (Visitor gp = Visitor.onDesktop(chromium, "gp")) {
                pledgesByForm(gp, "gp-00002");
            }
            for (int other = 3; other <= 10; other++) {
                system.pledge("gp-%05d".formatted(other), "london", "partner", "work-to-rule");
            }

            assertThat(alerted.page().locator("#alerts"))
                    .containsText("10 GPs in London pledge to work to rule", patiently());
            assertThat(alerted.page().locator("#shown")).containsText("unread (1) · not acknowledged (1)");
            alerted.look("inbox-after");
            assertThat(rep.page().locator("#figures")).containsText("10 of 10", patiently());
            assertThat(rep.page().locator("#live")).hasText(Pattern.compile("^Live"), textPatiently());
            rep.look("dashboard-after");

            alerted.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Acknowledge")))
                    .click();
            assertThat(alerted.page().locator("#alerts")).containsText("Acknowledged", patiently());
        }
    }

    /** As a partner in London, whatever the roll says. */
    private void pledgesByForm(Visitor gp, String member) {
        gp.open(system.pledge() + CAMPAIGN + "/about-you", member);
        gp.choose("#region", "london");
        gp.check("#employmentType-partner");
        gp.press("Continue");
        gp.check("#action-work-to-rule");
        gp.page().locator("input[name=condition]").first().check();
        gp.press("Check your answers");
        gp.check("#consent");
        gp.press("Record my pledges");
        assertThat(gp.page().locator("main")).containsText("Your pledges are recorded");
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.HasTextOptions textPatiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    }
}
