package org.pledgetracker.pledge.campaign.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;

/** The organiser's pages as a browser without scripts uses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisePagesIT {

    private final TestTokens tokens = TestTokens.start();
    private final String first = "pages-" + UUID.randomUUID();
    private final RunningService service = RunningService.start(
            tokens,
            RunningService.campaigns(first, Samples.VALID, Samples.ELECTORATE),
            "pledge-tracker.limits.member-writes=none");
    private String id = "";

    @BeforeEach
    void aDraftLikeTheFirst() {
        id = "pages-" + UUID.randomUUID();
        Document form = page(get("/organise/new?from=" + first));
        Answer made = submit(form, "id", id, "action", "save");
        assertThat(made.status()).as(made.body()).isEqualTo(302);
    }

    @AfterAll
    void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void anOrganiserFindsTheWayToACampaign() {
        assertThat(page(get("/")).select("main a[href=/organise]")).hasSize(1);
        assertThat(page(get("/organise")).select("a[href=/organise/campaigns/" + id + "]"))
                .hasSize(1);
        Document campaign = page(get("/organise/campaigns/" + id));
        assertThat(campaign.select(".badge").text()).isEqualTo("draft");
        assertThat(campaign.text()).contains("Text approved by nobody yet");
    }

    @Test
    void nobodyButTheOrganiserSeesACopyUntilItIsOpen() {
        assertThat(service.call("GET", "/campaigns/" + id)
                        .as(tokens.gp("gp-1", "wales", "partner"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aChangeIsCheckedThenSavedAndShownAsAVersion() {
        Document form = page(get("/organise/campaigns/" + id + "/definition"));
        String text = form.expectFirst("textarea").wholeText().replace("title: Sample", "title: Other");

        Document checked = page(submit(form, "text", text, "action", "check"));
        assertThat(checked.select("tbody tr").eachText()).containsExactly("title Sample Other");
        assertThat(page(get("/organise/campaigns/" + id)).select("h1").text())
                .as("a check saves nothing")
                .isEqualTo("Sample");

        Answer saved = submit(checked, "action", "save");
        assertThat(saved.status()).isEqualTo(302);
        assertThat(page(get(saved.header("Location"))).text()).contains("Saved.", "Other");
        Document versions = page(get("/organise/campaigns/" + id + "/versions"));
        assertThat(versions.select("section h2").eachText()).containsExactly("Version 2", "Version 1");
        assertThat(versions.expectFirst("section").text()).contains("(you)", "title Sample Other");
        assertThat(page(get("/organise/campaigns/" + first + "/versions")).text())
                .as("a file's")
                .contains("by file")
                .doesNotContain("(you)");
    }

    @Test
    void aTextThatABrowserSentIsKnownWhenItComesAsAFile() {
        Document form = page(get("/organise/campaigns/" + id + "/definition"));
        String typed =
                form.expectFirst("textarea").wholeText().replace("title: Sample", "title: Typed") + "# as typed\n";
        submit(form, "text", typed.replace("\n", "\r\n"), "action", "save");
        Document later = page(get("/organise/campaigns/" + id + "/form"));
        assertThat(submit(later, "title", "Later", "action", "save").status()).isEqualTo(302);
        long before = LogEnds.of(Topics.CAMPAIGNS);

        try (RunningService again =
                RunningService.start(tokens, RunningService.campaigns(id, typed, Samples.ELECTORATE))) {
            assertThat(again.call("GET", "/organise/campaigns/" + id)
                            .as(tokens.organiser())
                            .send()
                            .body())
                    .contains("Later");
        }
        assertThat(LogEnds.of(Topics.CAMPAIGNS)).isEqualTo(before);
    }

    @Test
    void aCampaignIsChangedFieldByField() {
        Document form = page(get("/organise/campaigns/" + id + "/form"));

        Document checked = page(submit(
                form,
                "title",
                "Other",
                "summary",
                "Two\r\nlines",
                "actions[0].openTo.salaried",
                "open",
                "thresholds[1].id",
                "second",
                "thresholds[1].title",
                "Second",
                "thresholds[1].action",
                "work-to-rule",
                "thresholds[1].atLeast.share",
                "0.25",
                "remove",
                "conditions[1]",
                "action",
                "check"));

        assertThat(checked.select("tbody tr").eachText())
                .contains(
                        "title Sample Other",
                        "actions[work-to-rule].openTo.salaried practice-decides open",
                        "thresholds[second].atLeast.share – 0.25",
                        "conditions[0.4 everywhere] offered –");
        assertThat(checked.select("fieldset a[href*=threshold-preview]").eachAttr("href"))
                .as("how each threshold would stand, by tally-service")
                .hasSize(2)
                .last()
                .asString()
                .endsWith("/campaigns/" + id
                        + "/threshold-preview?action=work-to-rule&count=&employmentType=&of=&region=&share=0.25");
        assertThat(checked.select("input[name=remove][checked]").eachAttr("value"))
                .containsExactly("conditions[1]");
        assertThat(submit(checked, "remove", "conditions[1]", "action", "save").status())
                .isEqualTo(302);
        assertThat(page(get("/organise/campaigns/" + id + "/definition"))
                        .expectFirst("textarea")
                        .wholeText())
                .contains("\n  Two\n  lines\n");
        Document saved = page(get("/organise/campaigns/" + id + "/form"));
        assertThat(fields(saved)).containsEntry("thresholds[1].title", "Second");
        assertThat(saved.select("input[name=remove][value^=conditions]")).hasSize(1);
    }

    @Test
    void aRegionIsAddedWithItsHeadcounts() {
        Document form = page(get("/organise/campaigns/" + id + "/form"));

        Answer faulty = submit(
                form,
                "regions[2].headcounts.partner",
                "3,000",
                "regions[2].headcounts.salaried",
                "1200",
                "action",
                "save");
        assertThat(faulty.status()).isEqualTo(422);
        Document asked = Jsoup.parse(faulty.body());
        assertThat(asked.select(".error-summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#regions[2].id", "#regions[2].name", "#regions[2].headcounts.partner");
        assertThat(asked.select("details[open] input[aria-invalid=true]").eachAttr("value"))
                .containsExactly("", "", "3,000");

        Answer saved = submit(
                asked,
                "regions[2].id",
                "scotland",
                "regions[2].name",
                "Scotland",
                "regions[2].headcounts.partner",
                "3000",
                "regions[2].headcounts.salaried",
                "1200",
                "action",
                "save");

        assertThat(saved.status()).isEqualTo(302);
        assertThat(page(get("/organise/campaigns/" + id + "/electorate"))
                        .expectFirst("textarea")
                        .wholeText())
                .isEqualTo(Samples.ELECTORATE + "scotland,Scotland,3000,1200,\n");
    }

    @Test
    void aFaultyAnswerLeadsToItsFieldAndAllAnswersAreKept() {
        Document form = page(get("/organise/campaigns/" + id + "/form"));

        Answer answer = submit(form, "title", "Other", "closesAt", "soon", "action", "save");

        assertThat(answer.status()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#closesAt");
        assertThat(page.select("#closesAt[aria-invalid=true]").val()).isEqualTo("soon");
        assertThat(page.select("#title").val()).isEqualTo("Other");
    }

    @Test
    void aFaultOfAPartOrOfAnItemInAFieldLeadsToAFieldThatIsThere() {
        Document form = page(get("/organise/campaigns/" + id + "/form"));

        Answer answer =
                submit(form, "actions[1].regions", "mars", "thresholds[0].atLeast.count", "", "action", "check");

        List<String> ways =
                Jsoup.parse(answer.body()).select(".error-summary a").eachAttr("href");
        assertThat(ways).containsExactlyInAnyOrder("#actions[1].regions", "#thresholds[0].atLeast.count");

        submit(page(get("/organise/campaigns/" + id + "/open")), "approvedBy", "Committee");
        Document open = page(get("/organise/campaigns/" + id + "/form"));
        Answer removed = submit(open, "remove", "actions[1]", "action", "check");
        assertThat(Jsoup.parse(removed.body()).select(".error-summary a").eachAttr("href"))
                .containsExactly("#actions[0].name");
    }

    @Test
    void faultsAreListedWithTheirLinesAndTheTextIsKept() {
        Document form = page(get("/organise/campaigns/" + id + "/definition"));
        String text = form.expectFirst("textarea").wholeText().replace("kind: resignation", "kind: strike");

        Answer answer = submit(form, "text", text, "action", "save");

        assertThat(answer.status()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".error-summary a[href=#text]").text())
                .contains("Line ", "“kind: strike”: actions[1].kind: unknown kind 'strike'");
        assertThat(page.expectFirst("textarea").wholeText()).isEqualTo(text);
    }

    @Test
    void whoeverComesSecondKeepsTheirTextAndChangesNothing() {
        Document mine = page(get("/organise/campaigns/" + id + "/definition"));
        Document theirs = page(get("/organise/campaigns/" + id + "/definition"));
        String text = mine.expectFirst("textarea").wholeText();
        submit(theirs, "text", text.replace("title: Sample", "title: Theirs"), "action", "save");

        Answer answer = submit(mine, "text", text.replace("title: Sample", "title: Mine"), "action", "save");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(Jsoup.parse(answer.body()).expectFirst("textarea").wholeText())
                .contains("title: Mine");
        assertThat(page(get("/organise/campaigns/" + id)).select("h1").text()).isEqualTo("Theirs");
    }

    @Test
    void aDraftIsOpenedByWhoeverApprovedItPublishedAndClosed() {
        Document open = page(get("/organise/campaigns/" + id + "/open"));
        Answer withoutApproval = submit(open, "approvedBy", "");
        assertThat(withoutApproval.status()).isEqualTo(422);
        assertThat(Jsoup.parse(withoutApproval.body()).select("#approvedBy[aria-invalid=true]"))
                .hasSize(1);
        assertThat(Jsoup.parse(withoutApproval.body())
                        .select(".error-summary a[href=#approvedBy]")
                        .text())
                .contains("approvedBy");
        assertThat(submit(open, "approvedBy", "Wales committee").header("Location"))
                .contains("done=open");
        Document opened = page(get("/organise/campaigns/" + id));
        assertThat(opened.select(".badge").text()).isEqualTo("open");
        assertThat(opened.text()).contains("Text approved by Wales committee");

        Document publish = page(get("/organise/campaigns/" + id + "/publish"));
        assertThat(page(get(submit(publish).header("Location"))).text()).contains("Released figures are published");
        assertThat(page(get("/organise/campaigns/" + id)).select("a[href$=/publish]"))
                .as("published once")
                .isEmpty();
        assertThat(submit(publish, "version", "3").status()).isEqualTo(409);

        Document closed = page(
                get(submit(page(get("/organise/campaigns/" + id + "/close"))).header("Location")));
        assertThat(closed.select(".badge").text()).isEqualTo("closed");
        assertThat(closed.text())
                .contains("The campaign is closed")
                .as("it closed now, not on the day that was planned")
                .doesNotContain("31 Mar 2027");
        assertThat(page(get("/campaigns/" + id)).text()).as("GPs read it too").contains("closed");
        Document versions = page(get("/organise/campaigns/" + id + "/versions"));
        assertThat(versions.select("section")).hasSize(4);
        assertThat(versions.expectFirst("section").text()).contains("state open closed");
        assertThat(get("/organise/campaigns/" + id + "/open").status()).isEqualTo(409);
    }

    @Test
    void whatWasAskedAboutAnotherVersionIsNotDone() {
        Document open = page(get("/organise/campaigns/" + id + "/open"));
        Document fields = page(get("/organise/campaigns/" + id + "/form"));
        Document electorate = page(get("/organise/campaigns/" + id + "/electorate"));
        Document form = page(get("/organise/campaigns/" + id + "/definition"));
        submit(
                form,
                "text",
                form.expectFirst("textarea").wholeText().replace("title: Sample", "title: Other"),
                "action",
                "save");

        assertThat(submit(open, "approvedBy", "Committee").status()).isEqualTo(412);
        assertThat(submit(fields, "title", "Mine", "action", "save").status()).isEqualTo(412);
        assertThat(submit(electorate, "source", "Mine", "action", "save").status())
                .isEqualTo(412);
        Document campaign = page(get("/organise/campaigns/" + id));
        assertThat(campaign.select(".badge").text()).isEqualTo("draft");
        assertThat(campaign.select("h1").text()).isEqualTo("Other");
        assertThat(page(get("/organise/campaigns/" + id + "/versions")).select("section"))
                .hasSize(2);
    }

    @Test
    void anUploadedElectorateIsPreviewedWithWhatItChangesAndThenSaved() {
        Document form = page(get("/organise/campaigns/" + id + "/electorate"));
        String table = "\uFEFF" + Samples.ELECTORATE.replace("2600", "2650").replace("\n", "\r\n");

        Document checked = page(upload(form, table));
        assertThat(checked.select("tbody tr").eachText()).containsExactly("electorate[north-west].partner 2600 2650");

        assertThat(submit(checked, "action", "save").status()).isEqualTo(302);
        assertThat(page(get("/organise/campaigns/" + id + "/electorate"))
                        .expectFirst("textarea")
                        .wholeText())
                .isEqualTo(Samples.ELECTORATE.replace("2600", "2650"));
    }

    @Test
    void whereNoFileIsChosenTheTableOfTheFormCounts() {
        Document form = page(get("/organise/campaigns/" + id + "/electorate"));
        form.expectFirst("textarea").text(Samples.ELECTORATE.replace("2600", "2650"));

        assertThat(page(upload(form, "")).select("tbody tr").eachText())
                .containsExactly("electorate[north-west].partner 2600 2650");
    }

    @Test
    void faultsOfAnElectorateAreListedWithTheLinesOfTheFile() {
        long before = LogEnds.of(Topics.CAMPAIGNS);
        Document form = page(get("/organise/campaigns/" + id + "/electorate"));

        Answer answer = upload(form, Samples.ELECTORATE.replace("1450", "many").replace("north-west,", "mars,"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body())
                        .select(".error-summary a[href=#table]")
                        .text())
                .contains("line 3: 'many' is not a headcount");
        assertThat(LogEnds.of(Topics.CAMPAIGNS)).isEqualTo(before);
    }

    @Test
    void aCampaignFromNothingStartsAsAValidDraft() {
        String fresh = "pages-" + UUID.randomUUID();
        Document form = page(get("/organise/new"));
        Document checked = page(submit(form, "id", fresh, "action", "check"));
        assertThat(checked.text()).contains("There are no faults.");
        assertThat(submit(checked, "action", "save").status()).isEqualTo(302);

        assertThat(submit(form, "id", fresh, "action", "save").status())
                .as("the id is taken")
                .isEqualTo(409);
        assertThat(Jsoup.parse(submit(form, "id", "Not An Id", "action", "save").body())
                        .select(".error-summary a[href=#id]")
                        .text())
                .contains("'Not An Id' is not an id");
    }

    private Answer upload(Document form, String csv) {
        Map<String, String> fields = fields(form);
        fields.put("action", "check");
        String boundary = "boundary" + UUID.randomUUID();
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        String file = """
                --%s
                Content-Disposition: form-data; name="file"; filename="electorate.csv"
                Content-Type: text/csv

                %s
                --%s--
                """.replace("\n", "\r\n").formatted(boundary, csv, boundary);
        body.append(file);
        return service.call("POST", form.select("main form").attr("action"))
                .as(tokens.organiser())
                .body("multipart/form-data; boundary=" + boundary, body.toString())
                .send();
    }

    private Answer submit(Document page, String... changed) {
        Map<String, String> fields = fields(page);
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        String encoded = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return service.call("POST", page.select("main form").attr("action"))
                .as(tokens.organiser())
                .form(encoded)
                .send();
    }

    /** What a browser would send: it ends lines with two characters. */
    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("main form [name]:not(button):not([type=file]):not([type=checkbox])")) {
            String value = switch (field.tagName()) {
                case "textarea" -> field.wholeText();
                case "select" -> field.select("option[selected]").val();
                default -> field.val();
            };
            fields.put(field.attr("name"), value.replace("\n", "\r\n"));
        }
        return fields;
    }

    private static Document page(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private Answer get(String path) {
        return service.call("GET", path).as(tokens.organiser()).send();
    }
}
