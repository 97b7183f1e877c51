package org.pledgetracker.webkit.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * A trace begins with a call that is answered, or with what is known to be traced, such as a crossing. What a service does by
 * itself, every second, is no trace; nor is what it asks of others, whose addresses say whom it is about.
 */
final class CallsAndCrossings implements Sampler {

    private final Sampler byParent;

    /** @param share of the calls that are traced, 0 to 1 */
    CallsAndCrossings(double share) {
        this.byParent = Sampler.parentBased(new Calls(Sampler.traceIdRatioBased(share)));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.CLIENT
                ? SamplingResult.drop()
                : byParent.shouldSample(parent, trace, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "calls and crossings";
    }

    /** What is under no other span. */
    private record Calls(Sampler share) implements Sampler {

        @Override
        public SamplingResult shouldSample(
                Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
            return kind == SpanKind.SERVER
                    ? share.shouldSample(parent, trace, name, kind, attributes, links)
                    : SamplingResult.drop();
        }

        @Override
        public String getDescription() {
            return "calls";
        }
    }
}
