package org.pledgetracker.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Kafka's own server in this JVM, for this machine only. */
final class EmbeddedBroker implements AutoCloseable {

    private static final String NODE = "1";

    private final KafkaRaftServer server;

    private EmbeddedBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts the broker, and formats its folder the first time.
     *
     * @throws Refusal if its data is damaged
     */
    static EmbeddedBroker start(Path folder, Ports ports) {
        try {
            format(folder);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(folder, ports)), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server);
        } catch (Exception e) {
            throw new Refusal("Kafka does not start on " + folder + ": " + e
                    + ". Restore the folder from a backup, or choose another with --data.");
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Beside its place, then moved, so that a crash meanwhile leaves nothing half done. */
    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        if (!isEmpty(folder)) {
            throw new IOException("it holds data, but no meta.properties");
        }
        Path draft = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".new");
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(draft.toString())
                .addDirectory(draft.toString())
                .run();
        Files.deleteIfExists(folder);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static Map<String, String> settings(Path folder, Ports ports) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + ports.controller());
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(ports.kafka(), ports.controller()));
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // after a kill -9 the next start waits for the old session to end
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
        return settings;
    }
}
