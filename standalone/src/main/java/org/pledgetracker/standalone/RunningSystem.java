package org.pledgetracker.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The broker and all services, running. */
final class RunningSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataFolder data;
    private final EmbeddedBroker broker;
    private final Mailbox mailbox;
    private final List<ConfigurableApplicationContext> contexts;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RunningSystem(
            DataFolder data, EmbeddedBroker broker, Mailbox mailbox, List<ConfigurableApplicationContext> contexts) {
        this.data = data;
        this.broker = broker;
        this.mailbox = mailbox;
        this.contexts = contexts;
    }

    /**
     * Starts everything and waits until it is ready. The services start beside the broker: they wait for it themselves.
     *
     * @throws Refusal if something does not start
     */
    static RunningSystem start(Options options) {
        options.requireCampaigns();
        DataFolder data = DataFolder.take(options.data());
        options.ports().requireFree();
        Mailbox mailbox = Mailbox.start();
        List<Part> parts = new Parts(options, data, mailbox).all();
        CompletableFuture<EmbeddedBroker> broker =
                inParallel(() -> EmbeddedBroker.start(options.data().resolve("kafka"), options.ports()));
        List<CompletableFuture<ConfigurableApplicationContext>> contexts = parts.stream()
                .map(part -> inParallel(
                        () -> part.application().get().run(part.settings().toArray(String[]::new))))
                .toList();
        List<ConfigurableApplicationContext> started = new ArrayList<>();
        EmbeddedBroker running = join(broker);
        contexts.forEach(context -> started.add(join(context)));
        RunningSystem system = new RunningSystem(data, running, mailbox, started);
        system.awaitReady(parts.stream().map(Part::name).toList());
        return system;
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Services first, the broker last, so that what they still have to say is heard. */
    @Override
    public void close() throws IOException {
        contexts.reversed().parallelStream().forEach(ConfigurableApplicationContext::close);
        mailbox.close();
        broker.close();
        data.close();
        stopped.countDown();
    }

    /** Asked here, not over HTTP: in one JVM there is no port for it. */
    private void awaitReady(List<String> names) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (int i = 0; i < names.size(); i++) {
                HealthEndpoint health = contexts.get(i).getBean(HealthEndpoint.class);
                while (!isReady(health)) {
                    if (System.nanoTime() > giveUp) {
                        throw new Refusal(names.get(i) + " did not get ready: its log is in "
                                + data.path().resolve("logs") + ".");
                    }
                    TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(HealthEndpoint health) {
        HealthDescriptor readiness = health.healthForPath("readiness");
        return readiness != null && readiness.getStatus().equals(Status.UP);
    }

    private static <T> CompletableFuture<T> inParallel(Supplier<T> start) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                result.complete(start.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            while (cause.getCause() != null && !(cause instanceof Refusal)) {
                cause = cause.getCause();
            }
            throw cause instanceof Refusal refusal ? refusal : new Refusal(String.valueOf(cause.getMessage()));
        }
    }
}
