package org.pledgetracker.benchmarks;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * How long it takes from sending a card until the alert that it sets off is there: in the inbox, as a mail that a mail server has
 * taken, and as the call of a webhook. 150 cards at 5 a second after 60 that warm up, each the tenth pledge to an action in a
 * cell, through the API of the whole system.
 */
public final class CardToAlert {

    private static final String INBOX = "inbox";
    private static final String MAIL = "e-mail";
    private static final String WEBHOOK = "webhook";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CrossingCards cards = new CrossingCards();
    private final Arrivals arrivals = new Arrivals(CrossingCards.CARDS, INBOX, MAIL, WEBHOOK);
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private CardToAlert() {}

    public static void main(String[] arguments) throws Exception {
        new CardToAlert().run();
    }

    private void run() throws Exception {
        mail.start();
        HttpServer receiver = receiver();
        try (SystemUnderTest system = SystemUnderTest.start(
                        cards.campaigns(),
                        List.of("--mail-port", String.valueOf(mail.getSmtp().getPort())));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String organiser = system.token("organiser");
            cards.bringToTheBrink(system, threads);
            system.subscribe(
                    organiser,
                    "{\"email\":\"organiser@example.org\",\"webhook\":\"http://localhost:%d/\"}"
                            .formatted(receiver.getAddress().getPort()));
            CountDownLatch listening = new CountDownLatch(1);
            List<Future<?>> listeners =
                    List.of(threads.submit(() -> listen(system, organiser, listening)), threads.submit(this::readMail));
            boolean heard = listening.await(10, TimeUnit.SECONDS);
            cards.send(system, threads, arrivals);
            boolean all = arrivals.awaitAll(PATIENCE);
            listeners.forEach(listener -> listener.cancel(true));
            report(heard && all);
            threads.shutdownNow();
        } finally {
            receiver.stop(0);
            mail.stop();
        }
    }

    private void listen(SystemUnderTest system, String token, CountDownLatch listening) {
        try (Stream<String> lines = system.liveAlerts(token)) {
            listening.countDown();
            lines.filter(line -> line.startsWith("data:")).forEach(line -> arrivals.came(INBOX, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readMail() {
        int read = 0;
        try {
            while (read < CrossingCards.WARM_UP + CrossingCards.CARDS
                    && mail.waitForIncomingEmail(PATIENCE.toMillis(), read + 1)) {
                MimeMessage[] messages = mail.getReceivedMessages();
                for (; read < messages.length; read++) {
                    arrivals.came(MAIL, messages[read].getSubject());
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail of ours cannot be read", e);
        }
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::called);
        server.start();
        return server;
    }

    private void called(HttpExchange exchange) throws IOException {
        try (exchange) {
            arrivals.came(WEBHOOK, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void report(boolean complete) throws IOException {
        Report report = new Report("card to alert")
                .add("cards sent", CrossingCards.CARDS, "", "")
                .add("card to answer, p50", millis(cards.accepted(), 50), "ms", "")
                .add("card to answer, p99", millis(cards.accepted(), 99), "ms", "");
        for (Map.Entry<String, Histogram> channel : arrivals.channels().entrySet()) {
            Histogram times = channel.getValue();
            String target = channel.getKey().equals(INBOX) ? "target: at most 1,000 ms" : "";
            report.add(
                            "alerts by " + channel.getKey(),
                            (double) times.getTotalCount(),
                            "",
                            complete ? "all" : "SOME MISSING")
                    .add("card to " + channel.getKey() + ", p50", millis(times, 50), "ms", "")
                    .add("card to " + channel.getKey() + ", p99", millis(times, 99), "ms", target);
        }
        report.print(System.out);
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
