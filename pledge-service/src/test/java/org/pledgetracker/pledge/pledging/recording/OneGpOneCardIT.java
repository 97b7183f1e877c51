package org.pledgetracker.pledge.pledging.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.Campaigns;
import org.pledgetracker.pledge.pledging.Submission;
import org.pledgetracker.pledge.pledging.Submission.SubmittedPledge;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Role;
import org.pledgetracker.webkit.TestTokens;

/** Whatever a GP and their browser do, at one instance or two, they have one card, and no change of theirs is lost unnoticed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneGpOneCardIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WORK = "[{\"action\":\"work-to-rule\"}]";
    private static final String BOTH = "[{\"action\":\"work-to-rule\"},{\"action\":\"resign\"}]";
    private static final String NONE = "[]";

    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "one-card-" + UUID.randomUUID();
    private final String crowd = "one-card-crowd-" + UUID.randomUUID();
    private final Path folder = folder();
    private final RunningService here = RunningService.start(tokens, folder);
    private final RunningService there = RunningService.start(tokens, folder);
    private String subject = "";
    private String gp = "";

    @BeforeEach
    void anotherGp() {
        subject = "gp-" + UUID.randomUUID();
        gp = tokens.gp(subject, "north-west", "partner");
    }

    @AfterAll
    void stop() {
        there.close();
        here.close();
        tokens.close();
    }

    @Test
    void aThousandSubmissionsAtOnceAreOneCard() throws Exception {
        Member member = new Member(tokens.issuer(), subject, Set.of(Role.GP), Set.of(), "north-west", "partner");

        List<Recording> outcomes = atOnce(
                1_000,
                number -> here.bean(RecordPledges.class)
                        .declare(
                                campaign(here, crowd),
                                member,
                                submission(number % 2 == 0),
                                mine -> true,
                                Instant.now()));

        assertThat(outcomes)
                .hasSize(1_000)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Recording.Recorded.class));
        String mark = mark(here, member);
        await().atMost(PATIENCE).until(() -> mark(there, member).equals(mark));
        assertThat(there.bean(Cards.class).pledgers(crowd, card -> true))
                .as("as an instance sees it that knows the log alone")
                .hasSize(1);
    }

    private String mark(RunningService service, Member member) {
        return service.bean(RecordPledges.class)
                .find(campaign(service, crowd), member)
                .mark();
    }

    @Test
    void ofManyChangesMadeForTheSameVersionOneIsTaken() throws Exception {
        String mark = put(here, WORK).header("ETag");
        long before = LogEnds.of(Topics.PLEDGES);

        List<Integer> statuses = atOnce(
                20, number -> put(here, number % 2 == 0 ? BOTH : NONE, mark).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(19);
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before + 1);
    }

    @Test
    void aFormThatIsSentTwiceAtOnceIsRecordedOnceAndAnsweredAlike() throws Exception {
        long before = LogEnds.of(Topics.PLEDGES);

        List<Answer> answers = atOnce(2, number -> form("", "work-to-rule"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(302));
        assertThat(answers.getFirst().header("Location"))
                .isEqualTo(answers.getLast().header("Location"));
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before + 1);
    }

    @Test
    void aPageFromBeforeAWithdrawalOrAnErasureIsOutOfDate() {
        String first = unquoted(put(here, BOTH));
        put(here, WORK);
        assertThat(form(first, "work-to-rule", "resign").status())
                .as("the other tab")
                .isEqualTo(412);

        String second = unquoted(get(here));
        assertThat(delete(here).status()).isEqualTo(204);
        Answer back = form(second, "work-to-rule");
        assertThat(back.status()).as("the back button").isEqualTo(412);
        assertThat(back.body()).contains("This page is out of date");
        assertThat(get(here).header("ETag")).isEmpty();
    }

    @Test
    void whatWasWithdrawnOrErasedDoesNotComeBackUnnoticed() {
        String first = put(here, BOTH).header("ETag");
        String withdrawn = put(here, NONE).header("ETag");
        assertThat(put(here, BOTH, first).status()).isEqualTo(412);
        assertThat(put(here, BOTH).status()).as("whoever asks for no version").isEqualTo(200);

        delete(here);
        assertThat(put(here, BOTH, withdrawn).status()).isEqualTo(412);
        assertThat(put(here, BOTH, "*").status()).as("there is no card").isEqualTo(412);
        assertThat(put(here, BOTH).status()).isEqualTo(200);
        assertThat(put(here, WORK, "*").status()).as("there is a card").isEqualTo(200);
    }

    @Test
    void aChangeThatWasNotConfirmedAndLandedAllTheSameIsSeenAndNotOverwrittenUnnoticed() {
        String first = put(here, WORK).header("ETag");
        RealBroker.get().pause();
        try {
            assertThat(put(here, BOTH, first).status()).isEqualTo(503);
        } finally {
            RealBroker.get().resume();
        }

        await().atMost(PATIENCE).until(() -> get(here).json().path("pledges").size() == 2);
        assertThat(get(here).header("ETag")).isNotEqualTo(first);
        assertThat(put(here, NONE, first).status()).as("made before").isEqualTo(412);
        assertThat(form(first.replace("\"", ""), "work-to-rule", "resign").status())
                .as("the same form again")
                .isEqualTo(302);
        assertThat(put(here, BOTH).status()).as("the same again").isEqualTo(200);
        assertThat(get(here).json().path("pledges")).hasSize(2);
    }

    @Test
    void aChangeAtOneInstanceIsSoonSeenAtTheOtherAndCanBeBuiltUponThere() {
        String mark = put(here, WORK).header("ETag");
        await().atMost(PATIENCE).until(() -> get(there).header("ETag").equals(mark));

        String next = put(there, BOTH, mark).header("ETag");
        await().atMost(PATIENCE).until(() -> get(here).header("ETag").equals(next));
        assertThat(put(here, NONE, mark).status()).isEqualTo(412);

        assertThat(delete(there).status()).isEqualTo(204);
        await().atMost(PATIENCE).until(() -> get(here).header("ETag").isEmpty());
        assertThat(put(here, NONE, next).status()).isEqualTo(412);
    }

    @Test
    void whileTwoInstancesChangeACardNeitherEverShowsAnOlderOneThanBeforeAndTheLastWins() throws Exception {
        put(here, WORK);

        atOnce(2, number -> alternate(number == 0 ? here : there));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(here).header("ETag"))
                        .isNotEmpty()
                        .isEqualTo(get(there).header("ETag")));
        assertThat(get(here).json()).isEqualTo(get(there).json());
    }

    /** Changes the card again and again; after each change at least that one is shown, and never an older one. */
    private long alternate(RunningService service) {
        Cards cards = service.bean(Cards.class);
        var key = campaign(service, campaign).key().orElseThrow();
        var pledger = key.pledger(tokens.issuer(), subject);
        long offset = -1;
        for (int change = 0; change < 50; change++) {
            Answer put = put(service, change % 2 == 0 ? WORK : BOTH);
            long seen = cards.find(campaign, pledger).orElseThrow().offset();
            long earlier = offset;
            long recorded = LongStream.rangeClosed(earlier + 1, seen)
                    .filter(at -> put.header("ETag").contains(key.mark(pledger, at)))
                    .findFirst()
                    .orElse(-1);
            assertThat(recorded).as("own change is shown, or a later one").isGreaterThan(earlier);
            offset = seen;
        }
        return offset;
    }

    @Test
    void regionAndTypeChangeFiveTimesADayAndNoMore() {
        put(here, WORK);
        for (int change = 0; change < DailyChanges.A_DAY; change++) {
            assertThat(putFrom(change % 2 == 0 ? "wales" : "north-west").status())
                    .as("change %d", change)
                    .isEqualTo(200);
        }
        long before = LogEnds.of(Topics.PLEDGES);

        Answer sixth = putFrom("north-west");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.problem()).isEqualTo("too-many-changes");
        assertThat(Long.parseLong(sixth.header("Retry-After"))).isBetween(80_000L, 86_400L);
        assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before);
        assertThat(get(here).json().path("region").asString()).isEqualTo("wales");
        assertThat(putFrom("wales").status()).as("nothing changes").isEqualTo(200);

        Answer page = form(unquoted(get(here)), "work-to-rule");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("can be changed five times a day");

        delete(here);
        assertThat(putFrom("north-west").status()).as("erasing is no way round").isEqualTo(429);
    }

    private <T> List<T> atOnce(int times, IntFunction<T> what) throws Exception {
        CountDownLatch all = new CountDownLatch(times);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> started = new ArrayList<>();
            for (int number = 0; number < times; number++) {
                int mine = number;
                started.add(workers.submit(() -> {
                    all.countDown();
                    all.await();
                    return what.apply(mine);
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> each : started) {
                done.add(each.get());
            }
            return done;
        }
    }

    private static Campaign campaign(RunningService service, String id) {
        return service.bean(Campaigns.class).find(id).orElseThrow();
    }

    private Path folder() {
        Path made = RunningService.campaigns(campaign, Samples.VALID, Samples.ELECTORATE);
        try {
            Files.writeString(made.resolve(crowd + ".yaml"), Samples.VALID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private static Submission submission(boolean firm) {
        var onlyIf =
                firm ? null : Samples.definition(Samples.VALID).conditions().getFirst();
        return new Submission("north-west", "partner", "v1", List.of(new SubmittedPledge("work-to-rule", onlyIf)));
    }

    private String path() {
        return "/api/campaigns/" + campaign + "/my-pledges";
    }

    private Answer get(RunningService service) {
        return service.call("GET", path()).as(gp).send();
    }

    private Answer delete(RunningService service) {
        return service.call("DELETE", path()).as(gp).send();
    }

    private Answer put(RunningService service, String pledges) {
        return service.call("PUT", path())
                .as(gp)
                .json(card("north-west", pledges))
                .send();
    }

    private Answer put(RunningService service, String pledges, String ifMatch) {
        return service.call("PUT", path())
                .as(gp)
                .header("If-Match", ifMatch)
                .json(card("north-west", pledges))
                .send();
    }

    private Answer putFrom(String region) {
        return here.call("PUT", path()).as(gp).json(card(region, WORK)).send();
    }

    private static String card(String region, String pledges) {
        return """
                {"region":"%s","employmentType":"partner","consent":{"version":"v1"},"pledges":%s}""".formatted(region, pledges);
    }

    /** The form as it is confirmed. */
    private Answer form(String version, String... actions) {
        StringBuilder fields = new StringBuilder("region=north-west&employmentType=partner&condition=firm&consent=v1");
        fields.append("&version=").append(version);
        for (String action : actions) {
            fields.append("&action=").append(action);
        }
        return here.call("POST", "/campaigns/" + campaign + "/my-pledges")
                .as(gp)
                .form(fields.toString())
                .send();
    }

    private static String unquoted(Answer answer) {
        return answer.header("ETag").replace("\"", "");
    }
}
