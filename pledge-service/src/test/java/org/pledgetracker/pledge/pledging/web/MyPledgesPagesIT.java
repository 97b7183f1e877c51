package org.pledgetracker.pledge.pledging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;

/** What a GP does with a card that they have: take pledges back, erase everything, agree anew. */
class MyPledgesPagesIT extends PagesOfAGp {

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
        assertThat(submit(form(mine.select("li.card").get(0), "/withdraw")).status())
                .as("sent twice")
                .isEqualTo(302);
        assertThat(submit(form(mine.select("li.card").get(1), "/withdraw")).status())
                .as("from a page that is out of date")
                .isEqualTo(412);

        Document question = page(get(left.select("a[href$=/erase]").attr("href")));
        Document erased = page(follow(submit(form(question, "/erase"))));
        assertThat(erased.text()).contains("Everything held on you in this campaign is erased");
        assertThat(page(get("/campaigns/" + campaign + "/my-pledges")).text())
                .contains("You have no pledges in this campaign");
    }

    @Test
    void whatIsHeldOnAGpIsErasedInOneCampaignOrInAll() {
        String other = "other-forms-" + UUID.randomUUID();
        try (RunningService both = RunningService.start(
                tokens,
                RunningService.campaigns(
                        other, Samples.VALID.replace("title: Sample", "title: The other"), Samples.ELECTORATE))) {
            put(both, other);
            put(both, campaign);
            Document question = page(get("/campaigns/" + campaign + "/my-pledges/erase"));
            assertThat(question.select("main li").eachText()).containsExactly("The other");
            List<FormElement> ways = question.select("main form").forms();

            assertThat(submit(ways.getFirst()).header("Location")).endsWith("?erased=here");
            assertThat(cards(campaign, other)).containsExactly(false, true);
            assertThat(page(get("/campaigns/" + other + "/my-pledges/erase")).select("main li"))
                    .isEmpty();

            put(both, campaign);
            assertThat(submit(ways.getLast()).header("Location")).endsWith("?erased=everywhere");
            assertThat(cards(campaign, other)).containsExactly(false, false);
        }
    }

    @Test
    void aNewConsentTextIsAskedForByADateAndAgreedToInTwoSteps() throws IOException {
        String id = "asked-" + UUID.randomUUID();
        Path folder = RunningService.campaigns(id, Samples.VALID, Samples.ELECTORATE);
        try (RunningService other = RunningService.start(tokens, folder)) {
            declare(other, id);
            Files.writeString(
                    folder.resolve(id + ".yaml"),
                    Samples.VALID.replace(
                            "{version: v1, text: I agree}", "{version: v2, text: I agree anew, answerBy: 2027-03-01}"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    mine(other, id).select("#consent-changed").text())
                            .contains("agree by the end of 28 February 2027", "erased then"));
            assertThat(page(other.call("GET", "/campaigns/" + id + "/pledge")
                                    .as(gp)
                                    .send())
                            .text())
                    .contains("agree by the end of 28 February 2027");

            Document check = page(submit(other, (FormElement)
                    mine(other, id).select("#consent-changed form").getFirst()));
            assertThat(check.text()).contains("I agree anew", "agree by the end of 28 February 2027", "Work to rule");
            assertThat(check.select("#consent").hasAttr("checked")).isFalse();
            assertThat(submit(other, form(check, "/my-pledges"), "consent", "v2")
                            .status())
                    .isEqualTo(302);
            assertThat(mine(other, id).select("#consent-changed")).isEmpty();
        }
    }

    private void put(RunningService to, String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/campaigns/" + id).status() == 200);
        declare(to, id);
        await().atMost(Duration.ofSeconds(30)).until(() -> cards(id).getFirst());
    }

    private void declare(RunningService to, String id) {
        assertThat(to.call("PUT", "/api/campaigns/" + id + "/my-pledges")
                        .as(gp)
                        .json("""
                                {"region": "wales", "employmentType": "partner", "consent": {"version": "v1"},
                                 "pledges": [{"action": "work-to-rule"}]}""")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private List<Boolean> cards(String... campaigns) {
        return java.util.stream.Stream.of(campaigns)
                .map(id -> !page(get("/campaigns/" + id + "/my-pledges"))
                        .select("li.card")
                        .isEmpty())
                .toList();
    }

    private Document mine(RunningService other, String id) {
        return page(other.call("GET", "/campaigns/" + id + "/my-pledges").as(gp).send());
    }
}
