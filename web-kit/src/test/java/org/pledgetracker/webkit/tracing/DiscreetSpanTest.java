package org.pledgetracker.webkit.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscreetSpanTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ROOT = "b7ad6b7169203331";
    private static final Context CROSSING = KnownTrace.of(TRACE, ROOT);

    private final Kept kept = new Kept(new ArrayList<>());
    private final SdkTracerProvider traces = SdkTracerProvider.builder()
            .setSampler(new CallsAndCrossings(1))
            .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetExporter(kept)))
            .build();

    private record Kept(List<SpanData> spans) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void whateverASpanIsMadeWithItSaysOnlyWhatItMay() {
        traces.get("test")
                .spanBuilder("http zebulina-quartermaine /feeds/{token}")
                .setSpanKind(SpanKind.SERVER)
                .addLink(Span.fromContext(CROSSING).getSpanContext())
                .startSpan()
                .setAttribute("method", "UNKNOWN")
                .setAttribute("uri", "/feeds/{token}")
                .setAttribute("status", "404")
                .setAttribute("http.url", "/feeds/a-secret-token")
                .setAttribute("exception", "Refused")
                .recordException(new IllegalStateException("no feed a-secret-token"))
                .setStatus(StatusCode.ERROR, "no feed a-secret-token")
                .end();

        SpanData said = kept.spans().getFirst();
        assertThat(said.getName()).isEqualTo("UNKNOWN /feeds/{token}");
        assertThat(said.getAttributes().asMap())
                .containsOnlyKeys(
                        AttributeKey.stringKey("method"),
                        AttributeKey.stringKey("uri"),
                        AttributeKey.stringKey("status"));
        assertThat(said.getEvents()).isEmpty();
        assertThat(said.getLinks()).isEmpty();
        assertThat(said.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(said.getStatus().getDescription()).isEmpty();
    }

    @Test
    void aTraceBeginsWithACallOrACrossingAlone() {
        traces.get("test").spanBuilder("task").startSpan().end();
        traces.get("test")
                .spanBuilder("asks")
                .setSpanKind(SpanKind.CLIENT)
                .startSpan()
                .end();
        assertThat(kept.spans()).isEmpty();

        traces.get("test")
                .spanBuilder("crossed")
                .setParent(CROSSING)
                .startSpan()
                .end();
        traces.get("test")
                .spanBuilder("asks")
                .setParent(CROSSING)
                .setSpanKind(SpanKind.CLIENT)
                .startSpan()
                .end();

        assertThat(kept.spans()).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo(ROOT);
        });
    }

    @Test
    void aCrossingIsTracedWhateverShareOfCallsIs() {
        SdkTracerProvider few = SdkTracerProvider.builder()
                .setSampler(new CallsAndCrossings(0))
                .addSpanProcessor(SimpleSpanProcessor.create(kept))
                .build();
        few.get("test")
                .spanBuilder("call")
                .setSpanKind(SpanKind.SERVER)
                .startSpan()
                .end();
        few.get("test").spanBuilder("crossed").setParent(CROSSING).startSpan().end();

        assertThat(kept.spans()).extracting(SpanData::getName).containsExactly("crossed");
    }
}
