package org.pledgetracker.pledge.campaign.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
    }

    @Test
    void aCampaignIsChangedFieldByField() {
        Document form = page(get("/organise/campaigns/" + id + "/form"));

        Document checked = page(submit(
                form,
                "title",
                "Other",
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
        assertThat(submit(checked, "remove", "conditions[1]", "action", "save").status())
                .isEqualTo(302);
        Document saved = page(get("/organise/campaigns/" + id + "/form"));
        assertThat(fields(saved)).containsEntry("thresholds[1].title", "Second");
        assertThat(saved.select("input[name=remove][value^=conditions]")).hasSize(1);
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
        assertThat(Jsoup.parse(withoutApproval.body())
                        .select(".error-summary a[href=#approvedBy]")
                        .text())
                .contains("approvedBy");
        assertThat(submit(open, "approvedBy", "Wales committee").header("Location"))
                .contains("done=open");
        Document opened = page(get("/organise/campaigns/" + id));
        assertThat(opened.select(".badge").text()).isEqualTo("open");
        assertThat(opened.text()).contains("Text approved by Wales committee");

        submit(page(get("/organise/campaigns/" + id + "/publish")));
        assertThat(page(get("/organise/campaigns/" + id)).select("a[href$=/publish]"))
                .as("published once")
                .isEmpty();

        submit(page(get("/organise/campaigns/" + id + "/close")));
        assertThat(page(get("/organise/campaigns/" + id)).select(".badge").text())
                .isEqualTo("closed");
        assertThat(page(get("/campaigns/" + id)).text()).as("GPs read it too").contains("closed");
        Document versions = page(get("/organise/campaigns/" + id + "/versions"));
        assertThat(versions.select("section")).hasSize(4);
        assertThat(versions.expectFirst("section").text()).contains("state open closed");
        assertThat(get("/organise/campaigns/" + id + "/open").status()).isEqualTo(409);
    }

    @Test
    void aStepThatWasAskedAboutAnotherVersionIsNotTaken() {
        Document open = page(get("/organise/campaigns/" + id + "/open"));
        Document form = page(get("/organise/campaigns/" + id + "/definition"));
        submit(
                form,
                "text",
                form.expectFirst("textarea").wholeText().replace("title: Sample", "title: Other"),
                "action",
                "save");

        assertThat(submit(open, "approvedBy", "Committee").status()).isEqualTo(412);
        assertThat(page(get("/organise/campaigns/" + id)).select(".badge").text())
                .isEqualTo("draft");
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
