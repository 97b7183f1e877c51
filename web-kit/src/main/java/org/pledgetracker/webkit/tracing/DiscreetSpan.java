package org.pledgetracker.webkit.tracing;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span without all that could say who did something, or what: only what is listed here is said. The libraries tell
 * addresses, which hold tokens of feeds and links, and messages of errors, which quote addresses and what was sent.
 */
final class DiscreetSpan extends DelegatingSpanData {

    private static final String METHOD = "method";
    private static final String ROUTE = "uri";
    private static final Set<String> MAY_SAY = Set.of(METHOD, ROUTE, "status", "outcome", "channel", "attempt");

    private final Attributes attributes;

    DiscreetSpan(SpanData span) {
        super(span);
        this.attributes = span.getAttributes().toBuilder()
                .removeIf(key -> !MAY_SAY.contains(key.getKey()))
                .build();
    }

    /** That of a call is made from its method and route: the library takes whatever the caller says for a method. */
    @Override
    public String getName() {
        return getKind() == SpanKind.SERVER
                ? attributes.get(stringKey(METHOD)) + " " + attributes.get(stringKey(ROUTE))
                : super.getName();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }
}
