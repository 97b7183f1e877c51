package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * How long it takes from sending a card until the alert that it sets off shows in the inbox: 200 cards at 20 a second, each the
 * tenth pledge to an action in a cell, through the API of the whole system.
 */
public final class CardToAlert {

    private static final int CARDS = 200;
    private static final Duration PACE = Duration.ofMillis(50);
    private static final int ACTIONS = 7;
    private static final String CAMPAIGN = "card-to-alert";
    private static final Pattern THRESHOLD = Pattern.compile("\"threshold\" ?: ?\"(t-[a-z0-9-]+)\"");

    private final List<Target> targets = new ArrayList<>();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Histogram accepted = new Histogram(3);
    private final Histogram alerted = new Histogram(3);
    private final CountDownLatch outstanding = new CountDownLatch(CARDS);

    private CardToAlert() {
        for (int region = 0; region < 10; region++) {
            for (String type : List.of("partner", "salaried", "locum")) {
                for (int action = 0; action < ACTIONS; action++) {
                    targets.add(new Target("region-" + region, type, "action-" + action));
                }
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        new CardToAlert().run();
    }

    private void run() throws Exception {
        Path campaigns = Files.createTempDirectory("pledge-tracker-campaigns");
        Files.writeString(campaigns.resolve(CAMPAIGN + ".yaml"), definition());
        Files.writeString(campaigns.resolve("electorate.csv"), electorate());
        try (SystemUnderTest system = SystemUnderTest.start(campaigns);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            bringToTheBrink(system, threads);
            CountDownLatch listening = new CountDownLatch(1);
            Future<?> listener = threads.submit(() -> listen(system, listening));
            boolean heard = listening.await(10, TimeUnit.SECONDS);
            send(system, threads);
            boolean all = outstanding.await(60, TimeUnit.SECONDS);
            listener.cancel(true);
            report(heard && all);
            threads.shutdownNow();
        }
    }

    /** Nine pledges to every action in every cell: the next one crosses. */
    private void bringToTheBrink(SystemUnderTest system, ExecutorService threads) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        int gp = 1;
        for (int cell = 0; cell < targets.size(); cell += ACTIONS) {
            for (int i = 0; i < 9; i++) {
                String username = member(gp++);
                Target target = targets.get(cell);
                running.add(threads.submit(() -> {
                    List<String> actions = new ArrayList<>();
                    for (int action = 0; action < ACTIONS; action++) {
                        actions.add("action-" + action);
                    }
                    system.declare(CAMPAIGN, system.token(username), card(target, actions));
                    return username;
                }));
            }
            for (Future<?> declared : running) {
                declared.get(60, TimeUnit.SECONDS);
            }
            running.clear();
        }
    }

    private void send(SystemUnderTest system, ExecutorService threads) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < CARDS; i++) {
            tokens.add(system.token(member(1_000 + i)));
        }
        List<Future<?>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < CARDS; i++) {
            LockSupport.parkNanos(start + i * PACE.toNanos() - System.nanoTime());
            String token = tokens.get(i);
            // one action of every cell in turn, so that no two cards in a row share one
            Target target = targets.get(i * 11 % targets.size());
            running.add(threads.submit(() -> {
                long begun = System.nanoTime();
                sent.put(target.threshold(), begun);
                system.declare(CAMPAIGN, token, card(target, List.of(target.action())));
                synchronized (accepted) {
                    accepted.recordValue(System.nanoTime() - begun);
                }
                return token;
            }));
        }
        for (Future<?> declared : running) {
            declared.get(60, TimeUnit.SECONDS);
        }
    }

    private void listen(SystemUnderTest system, CountDownLatch listening) {
        try (Stream<String> lines = system.liveAlerts(system.token("organiser"))) {
            listening.countDown();
            lines.forEach(this::heard);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(String line) {
        Matcher matcher = THRESHOLD.matcher(line);
        if (matcher.find()) {
            Long begun = sent.remove(matcher.group(1));
            if (begun != null) {
                alerted.recordValue(System.nanoTime() - begun);
                outstanding.countDown();
            }
        }
    }

    private void report(boolean complete) throws IOException {
        new Report("card to alert")
                .add("cards sent", CARDS, "", "")
                .add("alerts that came", (double) alerted.getTotalCount(), "", complete ? "all" : "SOME ARE MISSING")
                .add("card to answer, p50", accepted.getValueAtPercentile(50) / 1e6, "ms", "")
                .add("card to answer, p99", accepted.getValueAtPercentile(99) / 1e6, "ms", "")
                .add("card to alert, p50", alerted.getValueAtPercentile(50) / 1e6, "ms", "")
                .add("card to alert, p99", alerted.getValueAtPercentile(99) / 1e6, "ms", "target: at most 1,000 ms")
                .print(System.out);
    }

    private static String member(int number) {
        return "gp-%05d".formatted(number);
    }

    private static String card(Target target, List<String> actions) {
        String pledges = String.join(
                ",", actions.stream().map("{\"action\":\"%s\"}"::formatted).toList());
        return "{\"region\":\"%s\",\"employmentType\":\"%s\",\"consent\":{\"version\":\"a\"},\"pledges\":[%s]}"
                .formatted(target.region(), target.type(), pledges);
    }

    private String definition() throws IOException {
        try (var template = CardToAlert.class.getResourceAsStream("card-to-alert.yaml")) {
            if (template == null) {
                throw new IOException("card-to-alert.yaml is missing");
            }
            StringBuilder yaml = new StringBuilder(new String(template.readAllBytes(), StandardCharsets.UTF_8));
            yaml.append("thresholds:\n");
            for (Target target : targets) {
                yaml.append(
                        "  - {id: %s, title: Ten, action: %s, region: %s, employmentType: %s, atLeast: {count: 10}, of: pledged}%n"
                                .formatted(target.threshold(), target.action(), target.region(), target.type()));
            }
            return yaml.toString();
        }
    }

    private static String electorate() {
        StringBuilder csv = new StringBuilder("region,name,partner,salaried,locum\n");
        for (int region = 0; region < 10; region++) {
            csv.append("region-%d,Region %d,2000,1500,%n".formatted(region, region));
        }
        return csv.toString();
    }

    /** What one card crosses. */
    private record Target(String region, String type, String action) {

        String threshold() {
            return "t-" + region + "-" + type + "-" + action;
        }
    }
}
