package org.pledgetracker.pledge.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.TopicFollower;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.campaign.publishing.Campaigns;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.tracing.TraceReceiver;
import org.pledgetracker.webkit.tracing.TraceReceiver.Received;

/** What an operator's collector is told when a GP pledges, and what the log is told of the trace: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FOREIGN = "0af7651916cd43dd8448eb211c80319c";
    private static final String PUT = "PUT /api/campaigns/{campaign}/my-pledges";
    private static final int CALLS = 5;
    private static final String RECORD = "record in the log";

    private final TraceReceiver collector = TraceReceiver.start();
    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "traced-" + UUID.randomUUID();
    private final String subject = "gp-" + UUID.randomUUID();
    private final String token = tokens.gp(subject, "north-west", "partner");
    private final RunningService service = RunningService.start(
            tokens,
            RunningService.campaigns(campaign, Samples.VALID, Samples.ELECTORATE),
            collector.settings().toArray(String[]::new));

    @BeforeAll
    void aGpPledgesAndErases() {
        await().atMost(PATIENCE)
                .until(() -> service.bean(Campaigns.class).find(campaign).isPresent());
        assertThat(call("PUT", "/api/campaigns/" + campaign + "/my-pledges?who=" + subject, 200))
                .isNotEmpty();
        call("DELETE", "/api/campaigns/" + campaign + "/my-pledges", 204);
        call("GET", "/api/nowhere/" + subject, 403);
        call("GET", "/api/campaigns/" + subject + "/my-pledges", 404);
        call(subject.toUpperCase(Locale.ROOT), "/api/campaigns/" + campaign + "/my-pledges", 400);
        await().atMost(PATIENCE).until(() -> calls() == CALLS);
    }

    private long calls() {
        return collector.spans().stream()
                .filter(span -> span.traced().getKind() == SpanKind.SPAN_KIND_SERVER)
                .count();
    }

    @AfterAll
    void stop() {
        service.close();
        collector.close();
        tokens.close();
    }

    @Test
    void aCallIsTracedUpToTheRecordAndNoFurther() {
        Received put = spans(PUT).getFirst();
        assertThat(put.attributes())
                .containsEntry("method", "PUT")
                .containsEntry("uri", "/api/campaigns/{campaign}/my-pledges")
                .containsEntry("status", "200")
                .containsEntry("outcome", "SUCCESS");
        assertThat(spans(RECORD).stream().filter(span -> span.trace().equals(put.trace())))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.parent()).isEqualTo(put.id());
                    assertThat(record.attributes()).containsExactlyEntriesOf(Map.of("outcome", "acknowledged"));
                });
    }

    @Test
    void noSpanSaysWhoItIsAboutOrWhat() {
        assertThat(collector.spans()).isNotEmpty().allSatisfy(span -> {
            assertThat(span.attributes().keySet()).isSubsetOf("method", "uri", "status", "outcome");
            assertThat(span.traced().getEventsCount()).isZero();
            assertThat(span.traced().getStatus().getMessage()).isEmpty();
        });
        String all = new String(collector.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(all)
                .doesNotContainIgnoringCase(campaign)
                .doesNotContainIgnoringCase(subject)
                .doesNotContain("work-to-rule", "north-west", "partner", "127.0.0.1", token.substring(0, 20));
    }

    @Test
    void tracesBeginWithCallsThatAreAnsweredHereWhateverTheirHeadersSay() {
        assertThat(collector.spans()).allSatisfy(span -> {
            assertThat(span.trace()).isNotEqualTo(FOREIGN);
            if (span.parent().isEmpty()) {
                assertThat(span.traced().getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
            }
        });
    }

    @Test
    void metricsAndLogsAreNotSentOut() {
        assertThat(collector.paths()).containsExactly("/v1/traces");
    }

    @Test
    void aRecordOfPledgesBearsNothingOfATrace() throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> cards = new CopyOnWriteArrayList<>();
        try (TopicFollower follower =
                new TopicFollower("traces-test", RealBroker.get().clientSettings(), List.of(Topics.PLEDGES), record -> {
                    if (text(record.key()).startsWith(campaign)) {
                        cards.add(record);
                    }
                })) {
            follower.start();
            assertThat(follower.awaitCaughtUp(PATIENCE)).isTrue();
        }

        assertThat(cards)
                .hasSize(2)
                .allSatisfy(card -> assertThat(card.headers())
                        .extracting(header -> header.key())
                        .isSubsetOf("ce_id", "ce_type", "ce_source", "ce_time", "ce_specversion", "content-type"));
        List<String> traces =
                collector.spans().stream().map(Received::trace).distinct().toList();
        assertThat(cards).allSatisfy(card -> {
            card.headers().forEach(header -> assertThat(text(header.value())).doesNotContain(traces));
            if (card.value() != null) {
                assertThat(text(card.value())).doesNotContain(traces);
            }
        });
    }

    private String call(String method, String path, int status) {
        RunningService.Call call = service.call(method, path)
                .as(token)
                .header("traceparent", "00-" + FOREIGN + "-b7ad6b7169203331-01")
                .header("b3", FOREIGN + "-b7ad6b7169203331-1");
        RunningService.Answer answer = (method.equals("PUT") ? call.json("""
                                {"region": "north-west", "employmentType": "partner", "consent": {"version": "v1"},
                                 "pledges": [{"action": "work-to-rule"}]}""") : call).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private List<Received> spans(String name) {
        return collector.spans().stream()
                .filter(span -> span.name().equals(name))
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
