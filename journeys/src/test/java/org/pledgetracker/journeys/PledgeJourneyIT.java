package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** GPs pledge on their phones; a rep watches the dashboard move and is alerted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PledgeJourneyIT {

    private static final String CAMPAIGN = "/campaigns/gp-action-2026";
    private static final int MOST_TAPS = 9;

    private final TestBrowser browser;
    private final RunningStandalone system;

    PledgeJourneyIT() throws IOException {
        browser = TestBrowser.start();
        system = RunningStandalone.start();
    }

    @AfterAll
    void end() {
        system.close();
        browser.close();
    }

    @Test
    @Order(1)
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

    @Test
    @Order(2)
    void aGpWhoComesBackChangesWithdrawsAndErases() {
        try (Visitor gp = Visitor.onPhone(browser.browser(), "gp", true)) {
            gp.open(system.pledge() + CAMPAIGN + "/my-pledges", "gp-00001");
            gp.look("my-pledges");
            gp.follow("Change your pledges");
            gp.look("pledge");
            gp.check("#action-close-day");
            gp.press("Check your answers");
            gp.press("Record my pledges");
            // the box was not ticked
            assertThat(gp.page()).hasTitle(Pattern.compile("^Error: "), titlePatiently());
            gp.look("check-with-error");
            gp.check("#consent");
            gp.press("Record my pledges");
            assertThat(gp.page().locator("main")).containsText("Close for a day");

            gp.press("Withdraw Close for a day");
            assertThat(gp.page().locator("main")).containsText("Withdrawn.");
            assertThat(gp.page().locator("main")).not().containsText("Close for a day");

            gp.follow("Erase everything held on me");
            gp.look("erase");
            gp.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Erase")))
                    .click();
            assertThat(gp.page().locator("main")).containsText("are erased");
            gp.look("erased");
        }
    }

    @Test
    @Order(3)
    void whatIsMissingIsSaidAndWhatWasAnsweredIsKept() {
        try (Visitor gp = Visitor.onPhone(browser.browser(), "gp", true)) {
            gp.open(system.pledge() + CAMPAIGN + "/pledge", "gp-00020");
            gp.choose("#region", "wales");
            gp.press("Check your answers");
            assertThat(gp.page()).hasTitle(Pattern.compile("^Error: "), titlePatiently());
            assertThat(gp.page().locator(".error-summary")).isVisible();
            assertThat(gp.page().locator("#region")).hasValue("wales");
            gp.look("pledge-with-errors");
        }
    }

    private void pledgesByForm(Visitor gp, String member) {
        gp.open(system.pledge() + "/", member);
        gp.look("campaigns");
        int before = gp.taps();
        gp.follow("Pledge in GP action 2026");
        gp.choose("#region", "london");
        gp.check("#employmentType-partner");
        gp.check("#action-work-to-rule");
        gp.page().locator("input[name=condition]").first().check();
        gp.look("pledge");
        gp.press("Check your answers");
        gp.look("check");
        gp.check("#consent");
        gp.press("Record my pledges");
        assertThat(gp.page().locator("main")).containsText("Your pledges are recorded");
        gp.look("recorded");
        assertThat(gp.taps() - before)
                .as("taps from the list to the confirmation")
                .isLessThanOrEqualTo(MOST_TAPS);
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.HasTextOptions textPatiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    }

    private static PageAssertions.HasTitleOptions titlePatiently() {
        return new PageAssertions.HasTitleOptions().setTimeout(30_000);
    }
}
