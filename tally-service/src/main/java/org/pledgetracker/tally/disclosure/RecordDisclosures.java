package org.pledgetracker.tally.disclosure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pledgetracker.events.FiguresDisclosed;
import org.pledgetracker.events.Topics;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Records looks in the log, and answers only once the broker has them. */
@Component
class RecordDisclosures implements Disclosures, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    RecordDisclosures(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put("client.id", "tally-service-disclosures");
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        settings.put("delivery.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("request.timeout.ms", 2_000);
        settings.put("max.block.ms", 2_000);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void record(FiguresDisclosed disclosed) throws InterruptedException {
        try {
            producer.send(Topics.DISCLOSURES.record(disclosed, disclosed.disclosedAt()))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerUnavailable(e);
        }
    }

    @Override
    public void destroy() {
        producer.close(PATIENCE);
    }
}
