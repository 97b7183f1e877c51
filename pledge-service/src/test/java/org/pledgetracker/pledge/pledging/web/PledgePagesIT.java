package org.pledgetracker.pledge.pledging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.LogEnds;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;

/** The form as a browser without scripts fills it in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PledgePagesIT {

    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "forms-" + UUID.randomUUID();
    private final RunningService service =
            RunningService.start(tokens, RunningService.campaigns(campaign, Samples.VALID, Samples.ELECTORATE));
    private String gp = "";

    @BeforeEach
    void anotherGp() {
        gp = tokens.gp("gp-" + UUID.randomUUID(), "north-west", "partner");
    }

    @AfterAll
    void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void aGpFindsTheCampaignPledgesAndSeesWhatWasRecorded() {
        Document list = page(get("/"));
        assertThat(list.select("a[href=/campaigns/" + campaign + "/pledge]")).hasSize(1);
        assertThat(page(get("/campaigns/" + campaign)).text())
                .contains("not a statutory ballot and not a call to act")
                .contains("erased 90 days after the campaign closes");

        Document form = page(get("/campaigns/" + campaign + "/pledge"));
        assertThat(form.select("#region option[selected]").eachText()).containsExactly("North West");
        assertThat(form.select("#employmentType-partner").hasAttr("checked")).isTrue();
        assertThat(form.text()).contains("at least 6 in 10 partners and salaried GPs in North West (2,490 of 4,150)");

        Document check = page(submit(ticked(form, "work-to-rule", "resign"), "condition", "60-region"));
        assertThat(check.text()).contains("at least 6 in 10 partners in North West (1,560 of 2,600)");
        assertThat(check.select("#consent").hasAttr("checked"))
                .as("consent is not ticked beforehand")
                .isFalse();

        Answer recorded = submit(form(check, "/my-pledges"), "consent", "v1");
        assertThat(recorded.status()).isEqualTo(302);
        Document mine = page(follow(recorded));
        assertThat(mine.text()).contains("Your pledges are recorded", "Work to rule", "Conditional");
        assertThat(mine.select("li.card")).hasSize(2);
        assertThat(page(get("/")).select("a[href=/campaigns/" + campaign + "/my-pledges]"))
                .hasSize(1);
    }

    @Test
    void oneActionMayHaveItsOwnCondition() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule", "resign");

        Document check = page(submit(form, "condition", "firm", "condition-resign", "40-everywhere"));

        assertThat(check.select("li.card").get(0).text()).contains("Firm");
        assertThat(check.select("li.card").get(1).text()).contains("at least 4 in 10 partners everywhere");
    }

    @Test
    void everyMistakeIsListedWithAWayToItAndAnswersAreKept() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule");

        Answer answer = submit(form, "region", "", "employmentType", "locum", "condition", "");

        assertThat(answer.status()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).startsWith("Error: ");
        List<String> ways = page.select(".error-summary a").eachAttr("href");
        assertThat(ways).contains("#region", "#condition-firm");
        assertThat(ways).allSatisfy(way -> assertThat(page.select(way)).hasSize(1));
        assertThat(page.select("#action-work-to-rule").hasAttr("checked")).isTrue();
        assertThat(page.select("#employmentType-locum").hasAttr("checked")).isTrue();
    }

    @Test
    void anActionThatIsNotOpenToTheTypeSaysSo() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule");

        Answer answer = submit(form, "employmentType", "locum", "condition", "firm");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body())
                        .select(".error-summary a[href=#action-work-to-rule]")
                        .text())
                .contains("not open to locums");
    }

    @Test
    void whatThePracticeDecidesIsSaid() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule");

        assertThat(page(submit(form, "employmentType", "salaried", "condition", "firm"))
                        .text())
                .contains("Your practice decides");
    }

    @Test
    void withoutConsentNothingIsRecorded() {
        long before = LogEnds.of(Topics.PLEDGES);
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule");
        Document check = page(submit(form, "condition", "firm"));

        Answer answer = submit(form(check, "/my-pledges"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select(".error-summary a[href=#consent]"))
                .hasSize(1);
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before);
    }

    @Test
    void changingAnswersGoesBackWithThemFilledIn() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule");
        Document check = page(submit(form, "region", "wales", "condition", "40-everywhere"));
        FormElement back = form(check, "/my-pledges");
        back.attr("action", check.select("button[formaction]").attr("formaction"));

        Document again = page(submit(back));

        assertThat(again.select("#region option[selected]").eachText()).containsExactly("Wales");
        assertThat(again.select("#condition-40-everywhere").hasAttr("checked")).isTrue();
        assertThat(again.select("#action-work-to-rule").hasAttr("checked")).isTrue();
    }

    @Test
    void aFormFromBeforeAChangeIsOutOfDateAndAFormSentTwiceIsNot() {
        Document old = page(get("/campaigns/" + campaign + "/pledge"));
        FormElement confirm = form(page(submit(ticked(old, "work-to-rule"), "condition", "firm")), "/my-pledges");
        assertThat(submit(confirm, "consent", "v1").status()).isEqualTo(302);
        long before = LogEnds.of(Topics.PLEDGES);

        assertThat(submit(confirm, "consent", "v1").status()).as("sent twice").isEqualTo(302);
        Answer stale = submit(ticked(old, "resign"), "condition", "firm");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body()).contains("This page is out of date");
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before);
    }

    @Test
    void pledgesAreWithdrawnOneByOneAndErasedAfterAQuestion() {
        pledgeTo("work-to-rule", "resign");
        Document mine = page(get("/campaigns/" + campaign + "/my-pledges"));

        Answer withdrawn = submit(form(mine.select("li.card").get(0), "/withdraw"));
        Document left = page(follow(withdrawn));
        assertThat(left.select("li.card h2").eachText()).containsExactly("Undated resignation");

        Document question = page(get(left.select("a[href$=/erase]").attr("href")));
        Document erased = page(follow(submit(form(question, "/erase"))));
        assertThat(erased.text()).contains("Your pledges in this campaign are erased");
        assertThat(page(get("/campaigns/" + campaign + "/my-pledges")).text())
                .contains("You have no pledges in this campaign");
    }

    @Test
    void whoeverIsNoGpSeesNoFormAndIsToldWhichRoleItNeeds() {
        String rep = tokens.rep("london");

        Answer form = service.call("GET", "/campaigns/" + campaign + "/pledge")
                .as(rep)
                .send();

        assertThat(form.status()).isEqualTo(403);
        assertThat(form.body())
                .contains("needs the role GP")
                .contains("signed in as Rep")
                .doesNotContain("<select");
        assertThat(service.call("GET", "/").as(rep).send().body()).doesNotContain("/pledge\"");
    }

    @Test
    void pagesNeedNoScriptsAndNoInlineStyles() {
        for (String path : List.of("/", "/campaigns/" + campaign, "/campaigns/" + campaign + "/pledge")) {
            Document page = page(get(path));
            assertThat(page.select("script, style, [style], [onclick]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.text()).contains("Not a ballot, not a call to act.");
            assertThat(page.select("input:not([type=hidden]), select").stream()
                            .filter(input -> input.closest("label") == null
                                    && page.select("label[for=" + input.id() + "]")
                                            .isEmpty()))
                    .as("inputs without a label on %s", path)
                    .isEmpty();
        }
    }

    @Test
    void aClosedCampaignSaysSo() {
        String closed = "closed-forms-" + UUID.randomUUID();
        try (RunningService other = RunningService.start(
                tokens,
                RunningService.campaigns(
                        closed, Samples.VALID.replace("state: open", "state: closed"), Samples.ELECTORATE))) {
            Answer page = other.call("GET", "/campaigns/" + closed).as(gp).send();
            assertThat(page.body()).contains("This campaign has closed").doesNotContain("/pledge\"");
            Answer form =
                    other.call("GET", "/campaigns/" + closed + "/pledge").as(gp).send();
            assertThat(form.status()).isEqualTo(409);
            assertThat(form.body()).contains("This campaign has closed");
        }
    }

    private void pledgeTo(String... actions) {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), actions);
        Document check = page(submit(form, "condition", "firm"));
        assertThat(submit(form(check, "/my-pledges"), "consent", "v1").status()).isEqualTo(302);
    }

    private Answer get(String path) {
        return service.call("GET", path).as(gp).send();
    }

    private Answer follow(Answer redirect) {
        return get(redirect.header("Location").replaceFirst("^https?://[^/]+", ""));
    }

    private static Document page(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static FormElement form(Element page, String ending) {
        Element form = page.select("form[action$=" + ending + "]").first();
        assertThat(form).as("form to %s", ending).isInstanceOf(FormElement.class);
        return (FormElement) java.util.Objects.requireNonNull(form);
    }

    private static FormElement ticked(Document page, String... actions) {
        FormElement form = form(page.clone(), "/check");
        for (String action : actions) {
            form.select("#action-" + action).attr("checked", "checked");
        }
        return form;
    }

    /** Sends the form as it stands, with these fields set otherwise. */
    private Answer submit(FormElement form, String... changes) {
        List<String> changed = java.util.stream.IntStream.range(0, changes.length / 2)
                .mapToObj(i -> changes[2 * i])
                .toList();
        String kept = form.formData().stream()
                .filter(field -> !changed.contains(field.key()))
                .map(field -> pair(field.key(), field.value()))
                .collect(Collectors.joining("&"));
        String others = java.util.stream.IntStream.range(0, changes.length / 2)
                .mapToObj(i -> pair(changes[2 * i], changes[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return service.call("POST", form.attr("action"))
                .as(gp)
                .form(kept + "&" + others)
                .send();
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
