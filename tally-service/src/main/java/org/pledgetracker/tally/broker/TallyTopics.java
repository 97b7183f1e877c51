package org.pledgetracker.tally.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;

/** The topics that have to be there before anything can be counted. */
final class TallyTopics {

    private static final Duration KEEP_DEAD_LETTERS = Duration.ofDays(14);

    /** Twice what may stand in {@code pledges}: the reason is added to the record, and it still has to fit. */
    static final int LARGEST_DEAD_LETTER = 2 * 1024 * 1024;

    private final int replication;
    private final TopicProvisioning provisioning;

    TallyTopics(int replication) {
        this.replication = replication;
        this.provisioning = new TopicProvisioning(replication, false);
    }

    /**
     * Creates what this service writes, and asks for what it reads.
     *
     * @throws ExecutionException if the broker refuses or cannot be reached, or pledge-service has not made its topics yet
     */
    void provide(Admin admin) throws ExecutionException, InterruptedException {
        provisioning.provision(admin, Topics.writtenBy(Writer.TALLY_SERVICE));
        createDeadLetters(admin);
        admin.describeTopics(List.of(Topics.CAMPAIGNS.name(), Topics.PLEDGES.name()))
                .allTopicNames()
                .get();
    }

    private void createDeadLetters(Admin admin) throws ExecutionException, InterruptedException {
        NewTopic wanted = new NewTopic(Topics.PLEDGES_DEAD_LETTERS, Partitions.COUNT, (short) replication)
                .configs(Map.of(
                        "cleanup.policy", "delete",
                        "max.message.bytes", String.valueOf(LARGEST_DEAD_LETTER),
                        "retention.ms", String.valueOf(KEEP_DEAD_LETTERS.toMillis()),
                        "segment.ms", String.valueOf(Duration.ofDays(1).toMillis())));
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
