package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the listed ACLs let each service do, on a broker that enforces them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaAclsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String VISITOR = "visitor";
    private static final List<String> PRINCIPALS =
            List.of("pledge-service", "tally-service", "notifier-service", VISITOR);
    private static final Set<String> TOPICS = Stream.concat(
                    Topics.ALL.stream().map(Topic::name), Stream.of(Topics.PLEDGES_DEAD_LETTERS, "others"))
            .collect(Collectors.toCollection(TreeSet::new));

    private final SecuredBroker broker;

    KafkaAclsIT() throws Exception {
        broker = SecuredBroker.start();
    }

    /** Each service makes its own topics, as it does when it starts. */
    @BeforeAll
    void provision() throws Exception {
        for (Writer writer : Writer.values()) {
            try (Admin admin = Admin.create(broker.as(writer.serviceName()))) {
                new TopicProvisioning(1, false).provision(admin, Topics.writtenBy(writer));
            }
        }
        try (Admin admin = Admin.create(broker.asAdmin())) {
            admin.createTopics(Stream.of(Topics.PLEDGES_DEAD_LETTERS, "others")
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        broker.stop();
    }

    @Test
    void everyServiceWritesItsOwnTopicsAndNoOthers() throws Exception {
        Map<String, Set<String>> own = new TreeMap<>(Map.of(VISITOR, Set.of()));
        for (Writer writer : Writer.values()) {
            Set<String> topics =
                    Topics.writtenBy(writer).stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
            if (writer == Writer.TALLY_SERVICE) {
                topics.add(Topics.PLEDGES_DEAD_LETTERS);
            }
            own.put(writer.serviceName(), topics);
        }

        assertThat(allowed(TOPICS, this::writes)).isEqualTo(own);
        assertThat(allowed(TOPICS, this::makes)).isEqualTo(own);
    }

    @Test
    void cardsAreReadByThoseWhoTakeAndCountThemAndKeysByTheirServiceAlone() throws Exception {
        Map<String, Set<String>> read = allowed(TOPICS, this::reads);

        assertThat(read.get("notifier-service"))
                .containsExactly("campaigns", "deliveries", "subscriptions", "threshold-events");
        assertThat(read.get("pledge-service"))
                .containsExactly(
                        "campaign-keys",
                        "campaigns",
                        "pledges",
                        "pledges-dead-letters",
                        "releases",
                        "threshold-events");
        assertThat(read.get("tally-service"))
                .contains("pledges")
                .doesNotContain("campaign-keys", "deliveries", "others", "subscriptions");
        assertThat(read.get(VISITOR)).isEmpty();
    }

    @Test
    void onlyTheTallyServiceMakesTopicsForWhatItKeeps() throws Exception {
        assertThat(allowed(Set.of("tally-service-x-changelog"), this::makes))
                .isEqualTo(each(Set.of(), Set.of("tally-service-x-changelog"), Set.of()));
    }

    @Test
    void everyServiceHasTransactionsAndGroupsOfItsOwnAndNoOthers() throws Exception {
        assertThat(allowed(
                        Set.of("pledge-service-campaigns", "tally-service-1", "notifier-deliveries-0"), this::begins))
                .isEqualTo(each(
                        Set.of("pledge-service-campaigns"),
                        Set.of("tally-service-1"),
                        Set.of("notifier-deliveries-0")));
        assertThat(allowed(Set.of("pledge-service", "tally-service", "notifier-deliveries"), this::joins))
                .isEqualTo(each(Set.of(), Set.of("tally-service"), Set.of("notifier-deliveries")));
    }

    @Test
    void nobodyMayDeleteOrAlter() throws Exception {
        assertThat(KafkaAcls.listed())
                .extracting(acl -> acl.entry().operation())
                .containsOnly(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE);
    }

    @Test
    void whoeverDoesNotSayWhoTheyAreIsNotLetIn() {
        Map<String, Object> wrong = new HashMap<>(broker.as("pledge-service"));
        wrong.computeIfPresent(
                "sasl.jaas.config", (name, login) -> String.valueOf(login).replace("password=\"", "password=\"not-"));
        try (Admin admin = Admin.create(wrong)) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private interface Trial {
        boolean isAllowed(Map<String, Object> client, String name) throws Exception;
    }

    private Map<String, Set<String>> allowed(Set<String> names, Trial trial) throws Exception {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (String principal : PRINCIPALS) {
            Set<String> found = new TreeSet<>();
            for (String name : names) {
                if (trial.isAllowed(broker.as(principal), name)) {
                    found.add(name);
                }
            }
            allowed.put(principal, found);
        }
        return allowed;
    }

    private static Map<String, Set<String>> each(Set<String> pledge, Set<String> tally, Set<String> notifier) {
        return Map.of(
                "pledge-service", pledge, "tally-service", tally, "notifier-service", notifier, VISITOR, Set.of());
    }

    private boolean makes(Map<String, Object> client, String topic) throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)), new CreateTopicsOptions().validateOnly(true))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TopicExistsException;
        }
    }

    /** Whether it may begin transactions under that id, and so end those of others. */
    private boolean begins(Map<String, Object> client, String id) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("transactional.id", id);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            return true;
        } catch (TransactionalIdAuthorizationException e) {
            return false;
        }
    }

    /** Whether it may have a part in that group. */
    private boolean joins(Map<String, Object> client, String group) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.committed(Set.of(new TopicPartition(Topics.CAMPAIGNS.name(), 0)), PATIENCE);
            return true;
        } catch (GroupAuthorizationException e) {
            return false;
        }
    }

    private boolean writes(Map<String, Object> client, String topic) throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, new byte[] {1}, new byte[] {1}))
                    .get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
            return false;
        }
    }

    private boolean reads(Map<String, Object> client, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.endOffsets(List.of(partition), PATIENCE);
            consumer.poll(Duration.ofMillis(300));
            return true;
        } catch (TopicAuthorizationException e) {
            return false;
        }
    }
}
