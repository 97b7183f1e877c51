package org.pledgetracker.notifier.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.Cursor;
import org.pledgetracker.notifier.alert.Patch;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts as server-sent events. Each client has a virtual thread, so one that reads slowly delays no other; the id of
 * every event is a bookmark, so a client that comes back has no gap. A stream ends after a while, so that nobody goes on
 * reading with a role that they have lost.
 */
@Component
class LiveAlerts implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long GLANCE_MILLIS = 250;

    private final InboxView view;
    private final JsonMapper json;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveAlerts(InboxView view, JsonMapper json) {
        this.view = view;
        this.json = json;
        view.listen(alert -> clients.forEach(client -> client.offer(alert)));
    }

    /** Sends what the client has not seen, then what comes, until it goes or is too slow. */
    void follow(Patch patch, Cursor seen, HttpServletResponse response) throws IOException, InterruptedException {
        LiveClient client = new LiveClient();
        clients.add(client);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("X-Accel-Buffering", "no");
            write(response, "id: " + view.inbox().bookmark(seen) + "\n: connected\n\n");
            Cursor sent = seen;
            for (Alert missed : view.inbox().alertsAfter(seen, patch)) {
                sent = send(missed, sent, response);
            }
            stream(client, patch, sent, response);
        } catch (IOException e) {
            // the client has gone, which is how every stream ends
            client.drop();
        } finally {
            clients.remove(client);
        }
    }

    private void stream(LiveClient client, Patch patch, Cursor from, HttpServletResponse response)
            throws IOException, InterruptedException {
        Cursor sent = from;
        long end = System.nanoTime() + LONGEST.toNanos();
        long beat = System.nanoTime();
        while (running && !client.isDropped() && System.nanoTime() < end) {
            Alert alert = client.next(GLANCE_MILLIS);
            if (alert != null && patch.covers(alert) && !sent.hasSeen(alert.raisedAt())) {
                sent = send(alert, sent, response);
                beat = System.nanoTime();
            } else if (System.nanoTime() - beat > HEARTBEAT.toNanos()) {
                write(response, ": still here\n\n");
                beat = System.nanoTime();
            }
        }
    }

    private Cursor send(Alert alert, Cursor sent, HttpServletResponse response) throws IOException {
        Cursor moved = sent.past(alert.raisedAt());
        write(
                response,
                "id: " + view.inbox().bookmark(moved) + "\nevent: alert\ndata: "
                        + json.writeValueAsString(AlertShape.of(alert)) + "\n\n");
        return moved;
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its last requests. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
