package org.pledgetracker.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The organiser defines a campaign, changes it, opens it and closes it without touching a file, at a desk and on a phone. */
class OrganiserJourneyIT extends BrowserJourney {

    private static final String CAMPAIGN = "/organise/campaigns/gp-action-2026";

    @Test
    void aNewCampaignGoesFromDraftToClosed() {
        try (Visitor organiser = Visitor.onDesktop(browser.browser(), "organiser")) {
            Page page = organiser.open(system.pledge() + "/", "organiser").page();
            organiser.follow("Organise campaigns");
            organiser.look("organise");
            organiser.follow("New campaign");
            page.locator("#id").fill("winter-2026");
            page.locator("#text")
                    .fill(page.locator("#text").inputValue().replace("kind: within-contract", "kind: strike"));
            organiser.press("Check");
            assertThat(page.locator(".error-summary")).containsText("unknown kind 'strike'");
            organiser.look("new-campaign-faults");
            page.locator("#text")
                    .fill(page.locator("#text")
                            .inputValue()
                            .replace("kind: strike", "kind: within-contract")
                            .replaceFirst("opensAt: \\S+", "opensAt: 2026-01-01"));
            organiser.press("Check");
            assertThat(page.locator(".notice.success")).containsText("There are no faults");
            organiser.press("Save");
            organiser.follow("Open the campaign");
            organiser.look("open-campaign");
            page.locator("#approvedBy").fill("Sample committee");
            organiser.press("Open the campaign");
            assertThat(page.locator("main")).containsText("The campaign is open");
            organiser.look("organised-campaign");
            organiser.follow("Publish released figures");
            organiser.look("publish-figures");
            organiser.press("Publish released figures");
            organiser.follow("Close the campaign");
            organiser.look("close-campaign");
            organiser.press("Close the campaign");
            assertThat(page.locator("main")).containsText("The campaign is closed");
            page.navigate(system.pledge() + "/organise/campaigns/winter-2026/versions");
            assertThat(page.locator("section.card")).hasCount(4);
            organiser.look("versions");
            page.navigate(system.tally() + "/");
            assertThat(page.locator("main")).containsText("A new campaign");
            organiser.look("dashboards");
        }
    }

    @Test
    void anElectorateIsUploadedAndPreviewed() {
        try (Visitor organiser = Visitor.onDesktop(browser.browser(), "organiser")) {
            Page page = organiser
                    .open(system.pledge() + CAMPAIGN + "/electorate", "organiser")
                    .page();
            String table = page.locator("#table").inputValue();
            page.locator("#file")
                    .setInputFiles(new FilePayload(
                            "electorate.csv",
                            "text/csv",
                            table.replaceFirst("(?m)^(london,London),\\d+", "$1,9999")
                                    .getBytes(StandardCharsets.UTF_8)));
            organiser.press("Check");
            assertThat(page.locator("tbody tr"))
                    .hasText(Pattern.compile("electorate\\[london].partner.*9999", Pattern.DOTALL));
            organiser.look("electorate");
        }
    }

    @Test
    void aThresholdIsTriedAgainstTheTalliesBeforeItIsSet() {
        for (boolean phone : new boolean[] {true, false}) {
            try (Visitor organiser = phone
                    ? Visitor.onPhone(browser.browser(), "organiser", true)
                    : Visitor.onDesktop(browser.browser(), "organiser")) {
                Page page = organiser
                        .open(system.pledge() + CAMPAIGN + "/form", "organiser")
                        .page();
                page.locator("summary")
                        .filter(new Locator.FilterOptions().setHasText("Threshold 1: "))
                        .click();
                organiser.look("organise-form-threshold");
                page.locator("a[href*=threshold-preview]").first().click();
                assertThat(page.locator("main .notice")).containsText("more: 0 of ");
                organiser.look("threshold-preview");
                page.locator("#count").fill("many");
                page.locator("#share").fill("");
                organiser.press("Show how it would stand");
                assertThat(page.locator(".error-summary")).containsText("'many' is not a number");
                organiser.look("threshold-preview-faults");
            }
        }
    }

    @Test
    void aCampaignIsChangedOnAPhoneAlsoWithoutScripts() {
        for (boolean scripts : new boolean[] {true, false}) {
            try (Visitor organiser = Visitor.onPhone(browser.browser(), "organiser", scripts)) {
                Page page = organiser
                        .open(system.pledge() + CAMPAIGN + "/form", "organiser")
                        .page();
                page.locator("#title").fill("GP action, " + (scripts ? "with" : "without") + " scripts");
                page.locator("#closesAt").fill("soon");
                page.locator("summary")
                        .filter(new Locator.FilterOptions().setHasText("Region 1: London"))
                        .click();
                Locator partners = page.locator("[id='regions[0].headcounts.partner']");
                partners.fill("2,651");
                organiser.press("Save");
                assertThat(page.locator(".error-summary")).containsText("closesAt");
                assertThat(page.locator(".error-summary")).containsText("'2,651' is not a headcount");
                organiser.look("organise-form-faults");
                page.locator("#closesAt").fill("2027-03-31");
                partners.fill(scripts ? "2651" : "2652");
                organiser.press("Check");
                assertThat(page.locator("tbody tr")).hasText(new Pattern[] {
                    Pattern.compile("title"), Pattern.compile("electorate\\[london].partner")
                });
                organiser.look("organise-form");
                organiser.press("Save");
                assertThat(page.locator("h1")).containsText(scripts ? "with scripts" : "without scripts");
                page.navigate(system.pledge() + CAMPAIGN + "/definition");
                organiser.look("definition");
            }
        }
    }
}
