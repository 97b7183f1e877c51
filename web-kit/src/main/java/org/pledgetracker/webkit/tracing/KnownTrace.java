package org.pledgetracker.webkit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** A trace whose id everybody who has part in it can work out, so that nothing has to carry it from one to the other. */
public final class KnownTrace {

    private KnownTrace() {}

    /**
     * What spans of the trace are under. Whoever makes one of them traces it, whatever share of calls is traced.
     *
     * @param trace 32 hexadecimal digits
     * @param rootSpan 16 hexadecimal digits, the same for all
     */
    public static Context of(String trace, String rootSpan) {
        SpanContext root =
                SpanContext.createFromRemoteParent(trace, rootSpan, TraceFlags.getSampled(), TraceState.getDefault());
        return Context.root().with(Span.wrap(root));
    }
}
