package org.pledgetracker.webkit.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces, where somebody is named to take them. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class Tracing {

    /** Spring Boot's own switch, which web-kit's defaults turn off unless there is an address to send to. */
    static final String SWITCH = "management.tracing.export.enabled";

    /** So that nobody has to ask whether there are traces. */
    @Bean
    @ConditionalOnBooleanProperty(name = SWITCH, havingValue = false, matchIfMissing = true)
    static Tracer noTracer() {
        return TracerProvider.noop().get("none");
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(SWITCH)
    static class Traced {

        /** No trace goes on in another system, and none comes from one: what a browser says of traces is not believed. */
        @Bean
        ContextPropagators nothingTravels() {
            return ContextPropagators.noop();
        }

        @Bean
        Sampler callsAndCrossings(TracingProperties properties) {
            return new CallsAndCrossings(properties.getSampling().getProbability());
        }

        @Bean
        SpanExporters discreetExporters(ObjectProvider<SpanExporter> exporters) {
            return SpanExporters.of(exporters
                    .orderedStream()
                    .<SpanExporter>map(DiscreetExporter::new)
                    .toList());
        }
    }
}
