package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a GP sees: on a phone and at a desk, with and without scripts, by keyboard alone, in both languages. */
class GpJourneyIT extends BrowserJourney {

    private static final Logger LOG = LoggerFactory.getLogger(GpJourneyIT.class);
    private static final String CAMPAIGN = "/campaigns/gp-action-2026";
    private static final String FOCUSED_SUMMARY = ".error-summary:focus";
    /** Pledge, tick, condition, check, consent, record. */
    private static final int TAPS = 6;
    /** Your pledges, check your answers, the confirmation. */
    private static final int PAGES = 3;

    @Test
    void whoeverKnowsWhatTheyWantIsDoneInSixTapsAndThreePages() {
        Browser chromium = browser.browser();
        List<Supplier<Visitor>> ways = List.of(
                () -> Visitor.onPhone(chromium, "gp", true),
                () -> Visitor.onPhone(chromium, "gp", false),
                () -> Visitor.onDesktop(chromium, "gp", true),
                () -> Visitor.onDesktop(chromium, "gp", false));
        int member = 101;
        for (Supplier<Visitor> way : ways) {
            try (Visitor gp = way.get()) {
                pledges(gp, "gp-00%d".formatted(member++));
                assertThat(gp.taps())
                        .as("taps from the list to the confirmation")
                        .isEqualTo(TAPS);
                assertThat(gp.pages())
                        .as("pages from the list to the confirmation")
                        .isEqualTo(PAGES);
                LOG.info("From the list to the confirmation: {} taps, {} pages", gp.taps(), gp.pages());
            }
        }
    }

    private void pledges(Visitor gp, String member) {
        gp.open(system.pledge() + "/", member);
        gp.look("1-campaigns");
        gp.follow("Pledge – GP action 2026");
        gp.check("input[name=action] >> nth=0");
        gp.check("input[name=condition] >> nth=1");
        gp.look("3-your-pledges");
        gp.press("Check your answers");
        gp.look("4-check");
        gp.check("#consent");
        gp.press("Record my pledges");
        assertThat(gp.page().locator("h1")).hasText("Your pledges are recorded");
        gp.look("5-recorded");
        assertThat(gp.page().url()).endsWith("/my-pledges/recorded");
    }

    @Test
    void theSameInWelshOnAPhoneAndAtADesk() {
        Browser chromium = browser.browser();
        int member = 201;
        for (Supplier<Visitor> way : List.<Supplier<Visitor>>of(
                () -> Visitor.onPhone(chromium, "welsh", true), () -> Visitor.onDesktop(chromium, "welsh", true))) {
            try (Visitor gp = way.get()) {
                gp.open(system.pledge() + "/", "gp-00%d".formatted(member++));
                gp.follow("Cymraeg");
                gp.look("1-campaigns");
                gp.page().navigate(system.pledge() + CAMPAIGN);
                gp.look("2-what-this-is");
                gp.follow("Gwneud eich addewidion");
                gp.press("Gwirio eich atebion");
                gp.look("3-your-pledges-error");
                gp.check("input[name=action] >> nth=0");
                gp.check("input[name=condition] >> nth=1");
                gp.look("3-your-pledges");
                gp.press("Gwirio eich atebion");
                gp.press("Cofnodi fy addewidion");
                assertThat(gp.page().locator(FOCUSED_SUMMARY)).isVisible();
                gp.look("4-check-error");
                gp.check("#consent");
                gp.press("Cofnodi fy addewidion");
                assertThat(gp.page().locator("html")).hasAttribute("lang", "cy");
                gp.look("5-recorded");
                for (String page : List.of("/privacy", "/about-you", "/my-pledges", "/my-pledges/erase")) {
                    gp.page().navigate(system.pledge() + CAMPAIGN + page);
                    gp.look("6" + page.replace('/', '-'));
                }
                gp.press("Dileu yn yr ymgyrch hon");
                gp.look("7-erased");
            }
        }
    }

    @Test
    void everyOtherPageAndStateIsWithoutFaultOnAPhoneAndAtADesk() {
        Browser chromium = browser.browser();
        int member = 301;
        for (Supplier<Visitor> way : List.<Supplier<Visitor>>of(
                () -> Visitor.onPhone(chromium, "gp", true), () -> Visitor.onDesktop(chromium, "gp", true))) {
            try (Visitor gp = way.get()) {
                gp.open(system.pledge() + CAMPAIGN, "gp-00%d".formatted(member++));
                gp.look("2-what-this-is");
                gp.page().navigate(system.pledge() + CAMPAIGN + "/privacy");
                gp.look("2-privacy");
                gp.page().navigate(system.pledge() + CAMPAIGN + "/about-you");
                gp.look("2-about-you");
                gp.choose("#region", "");
                gp.press("Continue");
                assertThat(gp.page().locator(FOCUSED_SUMMARY)).isVisible();
                gp.look("2-about-you-error");
                gp.choose("#region", "wales");
                gp.check("#employmentType-partner");
                gp.press("Continue");
                gp.page().locator("details").first().click();
                gp.look("3-your-pledges-details");
                gp.press("Check your answers");
                gp.look("3-your-pledges-error");
                gp.check("#action-undated-resignation");
                gp.check("#action-close-day");
                gp.check("#condition-firm");
                gp.press("Check your answers");
                gp.press("Record my pledges");
                gp.look("4-check-error");
                gp.check("#consent");
                gp.press("Record my pledges");

                gp.page().navigate(system.pledge() + CAMPAIGN + "/my-pledges");
                gp.look("6-my-pledges");
                gp.follow("Change your pledges");
                gp.press("Change your region or how you work");
                gp.check("#employmentType-locum");
                assertThat(gp.page().locator("#what-it-withdraws")).containsText("Close for a day");
                gp.look("2-about-you-withdraws");
                gp.press("Continue");
                gp.look("3-your-pledges-withdrawn");
                gp.page().locator(".closed-actions summary").click();
                gp.look("3-your-pledges-not-open");

                gp.page().navigate(system.pledge() + CAMPAIGN + "/my-pledges");
                gp.press("Withdraw Close for a day");
                assertThat(gp.page().locator("main")).containsText("Withdrawn.");
                gp.look("6-withdrawn");
                gp.page().evaluate("document.querySelector('input[name=version]').value = 'from before'");
                gp.press("Withdraw Undated resignation");
                assertThat(gp.page().locator("h1")).hasText("This page is out of date");
                gp.look("6-out-of-date");
                gp.page().navigate(system.pledge() + CAMPAIGN + "/my-pledges");
                gp.follow("Erase everything held on me");
                gp.look("7-erase");
                gp.press("Erase in this campaign");
                assertThat(gp.page().locator("main")).containsText("is erased");
                gp.look("7-erased");
                gp.page().navigate(system.pledge() + "/campaigns/none");
                gp.look("8-problem");
            }
        }
    }

    @Test
    void aKeyboardAloneIsEnough() {
        try (Visitor gp = Visitor.onDesktop(browser.browser(), "keyboard", false)) {
            gp.open(system.pledge() + "/", "gp-00401");
            gp.tabTo("a.button");
            gp.page().keyboard().press("Enter");
            gp.page().waitForURL("**/pledge");
            gp.tabTo("form#answers > p.actions button");
            gp.page().keyboard().press("Enter");
            assertThat(gp.page().locator(FOCUSED_SUMMARY)).isVisible();
            gp.look("error-by-keyboard");
            gp.tabTo(".error-summary a");
            gp.page().keyboard().press("Enter");
            gp.page().keyboard().press("Space");
            gp.tabTo("input[name=condition]");
            gp.page().keyboard().press("Space");
            gp.tabTo("form#answers > p.actions button");
            gp.page().keyboard().press("Enter");
            assertThat(gp.page().locator("h1")).hasText("Check your answers");
            gp.tabTo("#consent");
            gp.page().keyboard().press("Space");
            gp.tabTo("form#answers > p.actions button");
            gp.page().keyboard().press("Enter");
            assertThat(gp.page().locator("h1")).hasText("Your pledges are recorded");
        }
    }
}
