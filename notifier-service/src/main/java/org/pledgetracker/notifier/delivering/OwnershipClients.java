package org.pledgetracker.notifier.delivering;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pledgetracker.notifier.NotifierSettings;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** The clients that partitions are owned and written with. */
@Component
class OwnershipClients {

    private static final String NAME = "notifier-deliveries";
    private static final int SESSION_MILLIS = 10_000;

    private final KafkaProperties kafka;
    private final String instance;

    OwnershipClients(KafkaProperties kafka, NotifierSettings settings) {
        this.kafka = kafka;
        this.instance = settings.instance();
    }

    /** A member of the group of all instances; one that comes back under its name is not waited for. */
    Consumer<byte[], byte[]> member() {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put("client.id", NAME + "-" + instance);
        settings.put("group.id", NAME);
        settings.put("group.instance.id", instance);
        settings.put("group.protocol", "classic");
        settings.put("session.timeout.ms", SESSION_MILLIS);
        settings.put("heartbeat.interval.ms", SESSION_MILLIS / 5);
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "latest");
        settings.put("allow.auto.create.topics", false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The producer of a partition: its transactional id fences whoever wrote there before. */
    Producer<byte[], byte[]> transactional(int partition) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put("client.id", NAME + "-" + partition);
        settings.put("transactional.id", NAME + "-" + partition);
        settings.put("transaction.timeout.ms", 30_000);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        settings.put("delivery.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("max.block.ms", 10_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
