package org.pledgetracker.tally.broker;

import io.opentelemetry.api.trace.Tracer;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.webkit.tracing.KnownTrace;
import org.springframework.stereotype.Component;

/** The first span of the trace of a crossing. It says that a threshold was crossed and not which. */
@Component
class CrossingTraces {

    private final Tracer tracer;

    CrossingTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** From the moment of the decision until now, when the crossing has been handed to the producer. */
    void crossed(ThresholdCrossed crossing) {
        CrossingId id = crossing.id();
        tracer.spanBuilder("threshold crossed")
                .setParent(KnownTrace.of(id.trace(), id.rootSpan()))
                .setStartTimestamp(crossing.at())
                .startSpan()
                .end();
    }
}
