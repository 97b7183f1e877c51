package org.pledgetracker.notifier.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** An inbox that is open in a browser: cut off at every kill, it comes back with the id of its last event, as an EventSource does. */
final class LiveInbox implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final Supplier<String> token;
    private final List<String> alerts = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;
    private String lastId = "";
    private String id = "";
    private String data = "";

    LiveInbox(URI address, Supplier<String> token) {
        this.address = address;
        this.token = token;
        this.thread = Thread.ofPlatform().daemon().name("live-inbox").start(this::run);
    }

    /** The ids of the alerts as they came: one that came twice stands twice. */
    List<String> alerts() {
        return alerts;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!stopped) {
                follow(http);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void follow(HttpClient http) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token.get())
                .header("Last-Event-ID", lastId)
                .build();
        id = "";
        data = "";
        try (Stream<String> lines =
                http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.forEach(this::take);
        } catch (IOException | UncheckedIOException e) {
            // killed, or not up again yet
            id = "";
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** An event counts when it is whole: at the empty line after it. */
    private void take(String line) {
        if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
            data = line.substring("data:".length());
        } else if (line.isEmpty()) {
            if (!id.isEmpty()) {
                lastId = id;
            }
            if (!data.isEmpty()) {
                alerts.add(JSON.readTree(data).path("id").asString());
            }
            id = "";
            data = "";
        }
    }
}
