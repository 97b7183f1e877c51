package org.pledgetracker.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics of a writer where they are missing, and checks those that are there. */
public final class TopicProvisioning {

    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final short replicationFactor;
    private final boolean flushPledges;

    /**
     * @param replicationFactor of topics that are created; −1 for the broker's default
     * @param flushPledges whether every pledge is flushed to disk before it is acknowledged: needed where there is only
     *     one broker
     */
    public TopicProvisioning(int replicationFactor, boolean flushPledges) {
        this.replicationFactor = (short) replicationFactor;
        this.flushPledges = flushPledges;
    }

    /**
     * Creates what is missing.
     *
     * @throws IllegalStateException if a topic has another partition count than {@link Partitions#COUNT}: its campaigns
     *     would be looked for on the wrong partitions
     * @throws ExecutionException if the broker refuses or cannot be reached
     */
    public void provision(Admin admin, Collection<Topic<?>> topics) throws ExecutionException, InterruptedException {
        for (Topic<?> topic : topics) {
            create(admin, topic);
        }
        Map<String, TopicDescription> found =
                describe(admin, topics.stream().<String>map(Topic::name).toList());
        List<String> wrong = new ArrayList<>();
        found.forEach((name, description) -> {
            int partitions = description.partitions().size();
            if (partitions != Partitions.COUNT) {
                wrong.add("'%s' has %d".formatted(name, partitions));
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Every topic needs %d partitions, but %s: create it anew"
                    .formatted(Partitions.COUNT, String.join(", ", wrong)));
        }
    }

    /** A topic that was just created may not be known to every broker yet. */
    private static Map<String, TopicDescription> describe(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return admin.describeTopics(names).allTopicNames().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void create(Admin admin, Topic<?> topic) throws ExecutionException, InterruptedException {
        Map<String, String> settings = new HashMap<>(topic.retention().settings());
        if (flushPledges && topic.equals(Topics.PLEDGES)) {
            settings.put("flush.messages", "1");
        }
        NewTopic wanted = new NewTopic(topic.name(), Partitions.COUNT, replicationFactor).configs(settings);
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
