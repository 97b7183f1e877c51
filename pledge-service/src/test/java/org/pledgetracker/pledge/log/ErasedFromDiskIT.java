package org.pledgetracker.pledge.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignKeyCreated;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.ForkedBroker;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.ScratchFolder;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.webkit.TestTokens;

/**
 * Looks for erased bytes in the broker's own files. Topics are as the service makes them, but for how long a tombstone stays
 * (a second for a day), which Kafka measures by its own clock; all other days pass in the times of the records.
 */
class ErasedFromDiskIT {

    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(40));
    private static final Duration BETWEEN_MARKERS = Duration.ofHours(13);

    @Test
    void onAQuietTopicMarkersFromTheDisk() throws Exception {
        ForkedBroker broker = ForkedBroker.start();
        Path data = broker.data();
        PledgesDeclared card = new PledgesDeclared(
                "quiet",
                "DiskDiskDiskDiskDiskDi",
                "region-on-disk",
                EmploymentType.PARTNER,
                List.of(Pledge.firm("action-on-disk")),
                new Consent("v1", begin),
                begin);
        CampaignKeyCreated key = new CampaignKeyCreated("quiet-key", "wrapped-on-disk", "print-on-disk", begin, null);
        List<String> traces =
                List.of(card.key(), "region-on-disk", "action-on-disk", "wrapped-on-disk", "print-on-disk");
        try (TestTokens tokens = TestTokens.start();
                RunningService service = RunningService.start(
                        tokens,
                        ScratchFolder.create("campaigns"),
                        "spring.kafka.bootstrap-servers=" + broker.bootstrapServers())) {
            forgetTombstonesSoon(broker);
            write(broker, Topics.PLEDGES.record(card, begin), Topics.CAMPAIGN_KEYS.record(key, begin));
            assertThat(found(data, traces, "")).containsExactlyInAnyOrderElementsOf(traces);
            write(
                    broker,
                    Topics.PLEDGES.tombstone(card.key(), begin),
                    Topics.CAMPAIGN_KEYS.tombstone(key.key(), begin));

            WriteMarkers markers = service.bean(WriteMarkers.class);
            Instant[] now = {begin};
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(3))
                    .until(() -> {
                        now[0] = now[0].plus(BETWEEN_MARKERS);
                        markers.write(now[0]);
                        return found(data, traces, ".log").isEmpty();
                    });
            assertThat(found(data, traces, "")).isEmpty();
        }
    }

    /** The texts that stand in any file of the broker's whose name ends so. */
    private static List<String> found(Path folder, List<String> texts, String ending) {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .map(ErasedFromDiskIT::content)
                .flatMap(content -> texts.stream().filter(content::contains))
                .distinct()
                .toList();
    }

    /** The broker removes files meanwhile: one that is gone holds nothing. */
    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    return e instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forgetTombstonesSoon(RealBroker broker) throws Exception {
        List<AlterConfigOp> soon = Stream.of("delete.retention.ms", "file.delete.delay.ms")
                .map(name -> new AlterConfigOp(new ConfigEntry(name, "1000"), AlterConfigOp.OpType.SET))
                .toList();
        try (Admin admin = Admin.create(broker.clientSettings())) {
            admin.incrementalAlterConfigs(Topics.MARKED.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                                    topic -> soon)))
                    .all()
                    .get();
        }
    }

    @SafeVarargs
    private static void write(RealBroker broker, ProducerRecord<byte[], byte[]>... records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }
}
