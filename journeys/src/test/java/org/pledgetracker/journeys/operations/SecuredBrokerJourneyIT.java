package org.pledgetracker.journeys.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.AlertRaised;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.SecuredBroker;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.NotifierService;
import org.pledgetracker.pledge.PledgeService;
import org.pledgetracker.tally.TallyService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** All services on a broker that lets each do what the list of ACLs gives it, over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredBrokerJourneyIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CAMPAIGN = "gp-action-2026";
    private static final String AUTHORIZATION_SERVER =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.";

    private final SecuredBroker broker;
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();

    SecuredBrokerJourneyIT() throws Exception {
        broker = SecuredBroker.start();
    }

    @AfterAll
    void stop() throws InterruptedException {
        services.reversed().forEach(ConfigurableApplicationContext::close);
        broker.stop();
    }

    @Test
    void eachServiceDoesItsWholeWorkWithWhatItsPrincipalMayDo() throws Exception {
        String key = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
        start(
                PledgeService.application(),
                "pledge-service",
                "--pledge-tracker.master-key=" + key,
                "--pledge-tracker.campaigns="
                        + Path.of("..", "campaigns").toAbsolutePath().normalize());
        start(TallyService.application(), "tally-service");
        start(NotifierService.application(), "notifier-service", "--pledge-tracker.master-key=" + key);
        for (ConfigurableApplicationContext service : services) {
            await().atMost(PATIENCE).until(() -> isReady(service));
        }

        declareTen();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alertsRaised()).isNotEmpty());
    }

    private void start(SpringApplicationBuilder application, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        Map<String, Object> client = new HashMap<>(broker.as(name));
        client.remove("bootstrap.servers");
        client.forEach((setting, value) -> arguments.add("--spring.kafka.properties." + setting + "=" + value));
        arguments.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        arguments.add("--server.port=0");
        arguments.add("--pledge-tracker.client.secret=a-secret-of-" + name);
        // on the class path of these tests only, for sign-in's sake
        arguments.add("--spring.autoconfigure.exclude=" + AUTHORIZATION_SERVER
                + "OAuth2AuthorizationServerAutoConfiguration," + AUTHORIZATION_SERVER
                + "OAuth2AuthorizationServerJwtAutoConfiguration");
        services.add(application.run(arguments.toArray(String[]::new)));
    }

    private static boolean isReady(ConfigurableApplicationContext service) {
        var readiness = service.getBean(HealthEndpoint.class).healthForPath("readiness");
        return readiness != null && readiness.getStatus().equals(Status.UP);
    }

    /** As many as the demonstration threshold asks for. */
    private void declareTen() throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                broker.as("pledge-service"), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int gp = 0; gp < 10; gp++) {
                PledgesDeclared card = new PledgesDeclared(
                        CAMPAIGN,
                        "pledger-" + gp,
                        "london",
                        EmploymentType.PARTNER,
                        List.of(Pledge.firm("work-to-rule")),
                        new Consent("2026-09-a", hour),
                        hour);
                producer.send(Topics.PLEDGES.record(card, hour)).get(20, TimeUnit.SECONDS);
            }
        }
    }

    private Set<String> alertsRaised() {
        Map<String, Object> settings = new HashMap<>(broker.as("notifier-service"));
        settings.put("isolation.level", "read_committed");
        TopicPartition partition = new TopicPartition(Topics.DELIVERIES.name(), Partitions.of(CAMPAIGN));
        Set<String> raised = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(5))) {
                if (Topics.DELIVERIES.read(record.value()) instanceof AlertRaised alert) {
                    raised.add(alert.threshold());
                }
            }
        }
        return raised;
    }
}
