package org.pledgetracker.tally.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** tally-service as a process of its own, so that it can be killed. */
final class TallyProcess implements AutoCloseable {

    private final String instance;
    private final String bootstrapServers;
    private final Path log;
    private Process process;

    TallyProcess(String instance, String bootstrapServers) throws IOException {
        this.instance = instance;
        this.bootstrapServers = bootstrapServers;
        Path folder = Files.createDirectories(Path.of("target", "crash-logs"));
        this.log = folder.resolve(instance + ".log");
        Files.deleteIfExists(log);
        this.process = launch();
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** SIGTERM: it finishes what it is doing, as in an upgrade. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(instance + " does not stop");
        }
    }

    void restart() {
        process = launch();
    }

    /** SIGSTOP: to everyone else it is silent, and it does not know it. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            "org.pledgetracker.tally.TallyService",
                            "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                            "--server.port=" + freePort(),
                            "--pledge-tracker.client.secret=not-used-here",
                            "--pledge-tracker.tally.instance=" + instance)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
