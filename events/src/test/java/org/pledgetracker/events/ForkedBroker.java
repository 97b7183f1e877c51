package org.pledgetracker.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** The broker as a process of its own, from the same jars that the build resolves. */
public final class ForkedBroker implements RealBroker {

    private final Process process;
    private final Path folder;
    private final int port;
    private final Listener listener;

    private ForkedBroker(Process process, Path folder, int port, Listener listener) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.listener = listener;
    }

    /** One whose files are gone when the JVM ends, unless it did not start: then its log says why. */
    public static ForkedBroker start() {
        try {
            ForkedBroker broker = start(Files.createTempDirectory("pledge-tracker-broker"));
            broker.deleteFilesAtEnd();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that keeps all that it writes in this folder: its log, and under {@code data} what the topics hold. */
    public static ForkedBroker start(Path folder) {
        return start(folder, Listener.PLAINTEXT);
    }

    static ForkedBroker start(Path folder, Listener listener) {
        try {
            int[] ports = freePorts();
            Path settings =
                    Files.write(folder.resolve("server.properties"), settings(folder, ports[0], ports[1], listener));
            java(
                            folder,
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            Uuid.randomUuid().toString(),
                            "-c",
                            settings.toString())
                    .waitFor();
            Process process = java(folder, "kafka.Kafka", settings.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            ForkedBroker broker = new ForkedBroker(process, folder, ports[0], listener);
            broker.awaitAnswer();
            LoggerFactory.getLogger(RealBroker.class)
                    .warn("Tests use a real broker: a process of our own, log in {}", folder.resolve("log"));
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public Map<String, Object> clientSettings() {
        return listener.client().apply(bootstrapServers());
    }

    /** Where it keeps what the topics hold. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Deletes all its files when the JVM ends, once nothing writes to them any more. */
    void deleteFilesAtEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroyForcibly().onExit().join();
            ScratchFolder.delete(folder);
        }));
    }

    /** Lets it finish what it is doing, and waits until it has: then its files are whole. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker does not stop");
        }
    }

    @Override
    public void pause() {
        signal("-STOP");
    }

    @Override
    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() {
        try (BrokerProbe probe = new BrokerProbe(clientSettings())) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .failFast("the broker ended, see " + folder.resolve("log"), () -> !process.isAlive())
                    .until(probe::answers);
        }
    }

    private static Process java(Path folder, String... mainAndArguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        builder.command().addAll(List.of(mainAndArguments));
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static List<String> settings(Path folder, int port, int controllerPort, Listener listener) {
        List<String> settings = new ArrayList<>(listener.settings());
        String protocol = listener.protocol();
        settings.addAll(List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@localhost:" + controllerPort,
                "listeners=" + protocol + "://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listener.security.protocol.map=" + protocol + ":" + protocol + ",CONTROLLER:PLAINTEXT",
                "log.dirs=" + folder.resolve("data"),
                "auto.create.topics.enable=false",
                "group.initial.rebalance.delay.ms=0",
                "offsets.topic.num.partitions=4",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1"));
        return settings;
    }

    /** Two, from below the range from which systems take the ports of outgoing connections: nobody takes them meanwhile. */
    private static int[] freePorts() {
        return ThreadLocalRandom.current()
                .ints(100, 10_000, 20_000)
                .distinct()
                .filter(ForkedBroker::isFree)
                .limit(2)
                .toArray();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
