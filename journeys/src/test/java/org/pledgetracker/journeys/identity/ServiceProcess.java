package org.pledgetracker.journeys.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A service as a process of its own, which keeps all that it writes in a folder of its own. */
public final class ServiceProcess {

    private final Process process;
    private final Path folder;
    private final int port;

    private ServiceProcess(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts it; its standard output and error go to {@code log} in that folder. */
    public static ServiceProcess start(String main, Path folder, int port, List<String> jvm, List<String> arguments)
            throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder.resolve("tmp")));
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServiceProcess(process, folder, port);
    }

    Path folder() {
        return folder;
    }

    int port() {
        return port;
    }

    /** Waits until it says so. */
    public void awaitReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest readiness = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            Awaitility.await(folder.getFileName() + " is ready")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .failFast(() -> !process.isAlive())
                    .until(() -> http.send(readiness, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
    }

    /** What it exits with, by itself. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(folder.getFileName() + " does not end");
        }
        return process.exitValue();
    }

    /** SIGTERM: it finishes what it is doing. */
    public void stop() throws InterruptedException {
        process.destroy();
        awaitExit();
    }
}
