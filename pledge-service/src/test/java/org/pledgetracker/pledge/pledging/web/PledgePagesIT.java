package org.pledgetracker.pledge.pledging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;

/** The form as a browser without scripts fills it in. */
class PledgePagesIT extends PagesOfAGp {

    @Test
    void aGpFindsTheCampaignPledgesAndSeesWhatWasRecorded() {
        Document list = page(get("/"));
        assertThat(list.select("a[href=/campaigns/" + campaign + "/pledge]")).hasSize(1);
        assertThat(page(get("/campaigns/" + campaign)).text())
                .contains("not a statutory ballot and not a call to act", "subject to BMA advice")
                .contains("Open until the end of 30 March 2027")
                .contains("erased 90 days after the campaign closes: on 29 June 2027");

        Document form = page(get("/campaigns/" + campaign + "/pledge"));
        assertThat(form.text()).contains("You pledge as a partner in North West. Change");
        assertThat(form.select("input[name=condition][checked], input[name=action][checked]"))
                .as("nothing is answered beforehand")
                .isEmpty();
        assertThat(form.text())
                .contains("at least 6 in 10 partners and salaried GPs in North West (2,490 of 4,150)")
                .contains("at least 4 in 10 partners and salaried GPs everywhere (2,440 of 6,100)");

        Document check = page(submit(ticked(form, "work-to-rule", "resign"), "condition", "60-region"));
        assertThat(check.text()).contains("at least 6 in 10 partners in North West (1,560 of 2,600)");
        assertThat(check.select("#consent").hasAttr("checked"))
                .as("consent is not ticked beforehand")
                .isFalse();

        Answer recorded = submit(form(check, "/my-pledges"), "consent", "v1");
        assertThat(recorded.status()).isEqualTo(302);
        Document mine = page(follow(recorded));
        assertThat(mine.text())
                .contains("Your pledges are recorded", "Work to rule", "Undated resignation")
                .contains("Reference", "until the campaign closes: the end of 30 March 2027", "erased: 29 June 2027");
        assertThat(mine.select("li.card")).hasSize(2);
        assertThat(page(get("/")).select("a[href=/campaigns/" + campaign + "/my-pledges]"))
                .hasSize(1);
    }

    @Test
    void oneActionMayHaveItsOwnCondition() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule", "resign");

        Document check = page(submit(form, "condition", "firm", "condition-resign", "40-everywhere"));

        assertThat(check.select("li.card").get(0).text()).contains("I will, whatever others do");
        assertThat(check.select("li.card").get(1).text()).contains("at least 4 in 10 partners everywhere");

        submit(form(check, "/my-pledges"), "consent", "v1");
        for (Document again :
                List.of(page(submit(pressing(check, "/pledge"))), page(get("/campaigns/" + campaign + "/pledge")))) {
            assertThat(again.select("#condition-firm").hasAttr("checked")).isTrue();
            assertThat(again.select("#own-work-to-rule option[selected]").val()).isEmpty();
            assertThat(again.select("#own-resign option[selected]").val()).isEqualTo("40-everywhere");
        }
    }

    @Test
    void everyMistakeIsListedWithAWayToItAndAnswersAreKept() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule");

        Answer answer = submit(form, "condition", "", "action", "");

        assertThat(answer.status()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).startsWith("Error: ");
        List<String> ways = page.select(".error-summary a").eachAttr("href");
        assertThat(ways).contains("#condition-firm");
        assertThat(page.select(".error-summary[autofocus][tabindex=-1]")).hasSize(1);
        Answer other = submit(ticked(page, "resign"), "condition", "");
        Document again = Jsoup.parse(other.body());
        assertThat(again.select(".error-summary a").eachAttr("href")).containsExactly("#condition-firm");
        assertThat(again.select("#condition-firm")).hasSize(1);
        assertThat(again.select("#action-resign").hasAttr("checked")).isTrue();
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
                .contains("Only the practice can decide");
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

        Document pledges = page(submit(pressing(check, "/pledge")));
        assertThat(pledges.text()).contains("You pledge as a partner in Wales.");
        assertThat(pledges.select("#condition-40-everywhere").hasAttr("checked"))
                .isTrue();
        assertThat(pledges.select("#action-work-to-rule").hasAttr("checked")).isTrue();

        Document about = page(submit(pressing(check, "/about-you")));
        assertThat(about.select("#region option[selected]").eachText()).containsExactly("Wales");
        assertThat(about.select("#employmentType-partner").hasAttr("checked")).isTrue();
        Document back = page(submit(form(about, "/pledge"), "employmentType", "salaried"));
        assertThat(back.text()).contains("You pledge as a salaried GP in Wales.");
        assertThat(back.select("#action-work-to-rule").hasAttr("checked")).isTrue();
    }

    @Test
    void whoeverNeitherSignInNorACardKnowsIsAskedFirst() {
        gp = tokens.token(java.util.Map.of("sub", "gp-" + UUID.randomUUID(), "roles", List.of("gp")));
        Answer first = get("/campaigns/" + campaign + "/pledge");
        assertThat(first.status()).isEqualTo(302);
        Document about = page(follow(first));
        assertThat(about.text()).contains("choose the main one");
        assertThat(about.select("option[selected], input[checked]")).isEmpty();

        Answer unanswered = submit(form(about, "/pledge"));
        assertThat(unanswered.status()).isEqualTo(422);
        Document faulty = Jsoup.parse(unanswered.body());
        List<String> ways = faulty.select(".error-summary a").eachAttr("href");
        assertThat(ways).containsExactly("#region", "#employmentType-partner");
        assertThat(ways).allSatisfy(way -> assertThat(faulty.select(way)).hasSize(1));

        Document pledges = page(submit(form(about, "/pledge"), "region", "wales", "employmentType", "locum"));
        assertThat(pledges.text()).contains("You pledge as a locum in Wales.");
    }

    @Test
    void whatIsNotOpenIsListedApartWithTheReason() {
        gp = tokens.gp("gp-" + UUID.randomUUID(), "wales", "partner");
        Document form = page(get("/campaigns/" + campaign + "/pledge"));

        assertThat(form.select("input[name=action]").eachAttr("value")).containsExactly("work-to-rule");
        assertThat(form.select(".closed-actions li").eachText())
                .containsExactly("Undated resignation – not open in your region");
    }

    @Test
    void aChangeOfRegionSaysBeforehandWhatItWithdraws() {
        pledgeTo("work-to-rule", "resign");
        Document about = page(get("/campaigns/" + campaign + "/about-you"));
        assertThat(about.select("#what-it-withdraws").text()).isEmpty();

        FormElement asked = form(about.clone(), "/pledge");
        asked.attr("action", "/campaigns/" + campaign + "/about-you");
        assertThat(page(submit(asked, "region", "wales"))
                        .select("#what-it-withdraws li")
                        .eachText())
                .as("as soon as it is chosen, with scripts")
                .containsExactly("Undated resignation");
        Document pledges = page(submit(form(about, "/pledge"), "region", "wales"));
        assertThat(pledges.select("#withdrawn li").eachText()).containsExactly("Undated resignation");
        Document check = page(submit(form(pledges, "/check")));
        assertThat(check.select("#withdrawn li").eachText()).containsExactly("Undated resignation");

        submit(form(check, "/my-pledges"), "consent", "v1");
        assertThat(page(get("/campaigns/" + campaign + "/my-pledges"))
                        .select("li.card h2")
                        .eachText())
                .containsExactly("Work to rule");
    }

    @Test
    void theOtherLanguageKeepsThePageAndItsAnswersAndMarksWhatIsEnglish() {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), "work-to-rule");
        Element toWelsh = java.util.Objects.requireNonNull(form.ownerDocument())
                .select("button[form=answers][name=language][value=cy]")
                .getFirst();
        form.attr("action", toWelsh.attr("formaction"));

        Document welsh = page(submit(form, "condition", "firm", "language", "cy"));

        assertThat(welsh.select("html").attr("lang")).isEqualTo("cy");
        assertThat(welsh.text()).contains("Rydych yn addo fel partner", "siaradwr Cymraeg brodorol");
        assertThat(welsh.select("#action-work-to-rule").hasAttr("checked")).isTrue();
        assertThat(welsh.select("#condition-firm").hasAttr("checked")).isTrue();
        assertThat(welsh.select("strong[lang=en-GB]").eachText()).contains("Work to rule");
        Answer mistaken = submit(form(welsh, "/check"), "condition", "", "language", "cy");
        assertThat(Jsoup.parse(mistaken.body()).select(".error-summary").text())
                .contains("Dewiswch a yw’n dibynnu ar eraill");
    }

    @Test
    void noPageHasAMessageThatIsMissing() {
        pledgeTo("work-to-rule");
        for (String language : List.of("en-GB", "cy")) {
            for (String path : List.of(
                    "",
                    "/privacy",
                    "/about-you",
                    "/pledge",
                    "/my-pledges",
                    "/my-pledges/recorded",
                    "/my-pledges/erase")) {
                Document page = page(get("/campaigns/" + campaign + path + "?language=" + language));
                assertThat(page.html()).as(path).doesNotContain("??");
                assertThat(page.select("html").attr("lang")).as(path).isEqualTo(language);
            }
            assertThat(get("/?language=" + language).body()).doesNotContain("??");
            FormElement form = form(page(get("/campaigns/" + campaign + "/pledge")), "/check");
            assertThat(submit(form, "language", language).body()).doesNotContain("??");
            assertThat(submit(form, "version", "old", "language", language).body())
                    .doesNotContain("??")
                    .contains(language.equals("cy") ? "Nid yw’r dudalen hon yn gyfredol" : "This page is out of date");
        }
    }

    @Test
    void whoeverIsNoGpSeesNoFormAndIsToldWhichRoleItNeeds() {
        String rep = tokens.rep("london");

        Answer form = service.call("GET", "/campaigns/" + campaign + "/pledge")
                .as(rep)
                .send();

        assertThat(form.status()).isEqualTo(403);
        assertThat(form.body()).contains("needs the role GP").doesNotContain("<select");
        assertThat(service.call("GET", "/").as(rep).send().body()).doesNotContain("/pledge\"");
    }

    @Test
    void pagesNeedNoScriptsAndNoInlineStyles() {
        for (String path : List.of(
                "/",
                "/campaigns/" + campaign,
                "/campaigns/" + campaign + "/about-you",
                "/campaigns/" + campaign + "/pledge")) {
            Document page = page(get(path));
            assertThat(page.select("script:not([src]), style, [style], [onclick]"))
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
}
