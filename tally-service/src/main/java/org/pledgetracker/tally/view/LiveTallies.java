package org.pledgetracker.tally.view;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.pledgetracker.events.Action;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Tallies as server-sent events, changed actions only, at most five times a second. Each client has a virtual thread, so
 * one that reads slowly delays no other. It is sent the figures as they are when it can take them, never a backlog. A stream
 * ends after a while, so that nobody goes on reading with a role that they have lost.
 */
@Component
class LiveTallies implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long GLANCE_MILLIS = 250;
    private static final long SPACING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final TallyView view;
    private final LiveEvents events;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveTallies(TallyView view, LiveEvents events) {
        this.view = view;
        this.events = events;
        view.listen(new TallyView.Listener() {
            @Override
            public void counted(String campaign, String action) {
                mark(campaign, action, true);
            }

            @Override
            public void released(String campaign, String action) {
                mark(campaign, action, false);
            }

            @Override
            public void crossed(String campaign, String action) {
                mark(campaign, action, true);
                mark(campaign, action, false);
            }
        });
    }

    /** Sends all figures, then what changes, until the client goes. */
    void follow(String campaign, Sight sight, HttpServletResponse response) throws IOException, InterruptedException {
        LiveClient client = join(campaign, sight);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("X-Accel-Buffering", "no");
            write(response, ": connected\n\n");
            stream(client, response);
        } catch (IOException e) {
            // the client has gone, which is how every stream ends
            response.setHeader("Connection", "close");
        } finally {
            clients.remove(client);
        }
    }

    /** First listens, then looks: what changes between is told twice rather than never. */
    LiveClient join(String campaign, Sight sight) {
        LiveClient client = new LiveClient(campaign, sight);
        clients.add(client);
        view.campaign(campaign).definition().actions().stream().map(Action::id).forEach(client::mark);
        return client;
    }

    private void stream(LiveClient client, HttpServletResponse response) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long beat = System.nanoTime();
        while (running && System.nanoTime() < end) {
            String news = events.of(client, client.take(GLANCE_MILLIS));
            if (!news.isEmpty()) {
                write(response, news);
                beat = System.nanoTime();
                LockSupport.parkNanos(SPACING_NANOS);
            } else if (System.nanoTime() - beat > HEARTBEAT.toNanos()) {
                write(response, "event: beat\ndata: {}\n\n");
                beat = System.nanoTime();
            }
        }
    }

    private void mark(String campaign, String action, boolean exact) {
        for (LiveClient client : clients) {
            if (client.follows(campaign, exact)) {
                client.mark(action);
            }
        }
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
