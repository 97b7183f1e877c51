package org.pledgetracker.tally.broker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Topics;
import org.pledgetracker.webkit.LogLag;
import org.springframework.stereotype.Component;

/**
 * How counting does, as metrics. Kafka Streams has hundreds of its own, by partition and thread; they would show every card as
 * it is counted, so only these sums get out.
 */
@Component
class CountingMetrics implements MeterBinder {

    private final Counting counting;

    CountingMetrics(Counting counting) {
        this.counting = counting;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new LogLag("counting", this::lag).bindTo(registry);
        for (KafkaStreams.State state : KafkaStreams.State.values()) {
            Gauge.builder("pledge.tracker.counting.state", counting, found -> found.state() == state ? 1 : 0)
                    .description("1 for the state that Kafka Streams is in; none before the topics are there")
                    .tag("state", state.name())
                    .register(registry);
        }
        Gauge.builder("pledge.tracker.counting.caught.up", counting, found -> found.isCounting() ? 1 : 0)
                .description("1 where everything that stood in the log at the start is counted, and counting goes on")
                .register(registry);
        FunctionCounter.builder("pledge.tracker.dead.letters", this, CountingMetrics::deadLetters)
                .description(
                        "Records of pledges that this instance has put aside since it started, as they were not cards")
                .register(registry);
    }

    private double lag() {
        return counting.state() == null ? Double.NaN : sum("consumer-fetch-manager-metrics", "records-lag", null);
    }

    private double deadLetters() {
        return sum("producer-topic-metrics", "record-send-total", Topics.PLEDGES_DEAD_LETTERS);
    }

    /** Over all clients but those that restore: what they have still to read says that of the state. */
    private double sum(String group, String name, @Nullable String topic) {
        return counting.metrics().entrySet().stream()
                .filter(metric -> isNamed(metric.getKey(), group, name))
                .filter(metric ->
                        topic == null || topic.equals(metric.getKey().tags().get("topic")))
                .map(Map.Entry::getValue)
                .map(Metric::metricValue)
                .mapToDouble(value -> value instanceof Double number ? number : 0)
                .filter(Double::isFinite)
                .sum();
    }

    private static boolean isNamed(MetricName metric, String group, String name) {
        return metric.group().equals(group)
                && metric.name().equals(name)
                && !metric.tags().getOrDefault("client-id", "").contains("restore");
    }
}
