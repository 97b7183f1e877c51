package org.pledgetracker.notifier.delivering;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryAbandoned;
import org.pledgetracker.events.DeliveryDelivered;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.DeliveryFailed;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.webkit.tracing.KnownTrace;
import org.springframework.stereotype.Component;

/**
 * What becomes of a crossing here, in the trace that tally-service began, also after restarts and days of retries. Spans say how
 * it went, and neither what crossing it is nor whom it is told.
 */
@Component
class CrossingTraces {

    /** What writes alerts into the log. */
    interface Commit {
        void run() throws InterruptedException, ExecutionException;
    }

    private final Tracer tracer;

    CrossingTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Makes crossings into alerts, all in one transaction. */
    void raise(List<ThresholdCrossed> crossings, Commit commit) throws InterruptedException, ExecutionException {
        List<Span> spans = crossings.stream()
                .map(crossing -> span("alert raised", crossing.id()).startSpan())
                .toList();
        try {
            commit.run();
        } catch (KafkaException | ExecutionException e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    /**
     * An attempt to deliver that is over.
     *
     * @param after how the delivery stands now
     */
    void attempted(DeliveryEvent after, Instant began) {
        Delivery delivery = after.delivery();
        CrossingId id = CrossingId.of(delivery.campaign(), delivery.threshold(), delivery.crossing());
        Span span = span("delivery attempted", id)
                .setStartTimestamp(began)
                .setAttribute("channel", delivery.channel().wireName())
                .setAttribute("attempt", after.attempts())
                .setAttribute("outcome", outcome(after))
                .startSpan();
        if (!(after instanceof DeliveryDelivered)) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private SpanBuilder span(String name, CrossingId id) {
        return tracer.spanBuilder(name).setParent(KnownTrace.of(id.trace(), id.rootSpan()));
    }

    private static String outcome(DeliveryEvent after) {
        return switch (after) {
            case DeliveryDelivered delivered -> "delivered";
            case DeliveryFailed failed -> "failed";
            case DeliveryAbandoned abandoned -> "abandoned";
            case DeliveryRequested requested -> "requested";
        };
    }
}
