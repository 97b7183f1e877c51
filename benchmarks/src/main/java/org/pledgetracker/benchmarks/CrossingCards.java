package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.pledgetracker.events.ScratchFolder;

/** Cards of which each is the tenth pledge to an action in a cell, and so crosses a threshold of its own. */
final class CrossingCards {

    /** These come first and are not measured: the compiler has to come by. */
    static final int WARM_UP = 60;

    static final int CARDS = 150;

    private static final String CAMPAIGN = "card-to-alert";
    private static final Duration PACE = Duration.ofMillis(200);
    private static final int ACTIONS = 7;

    private final List<Target> targets = new ArrayList<>();
    private final Histogram accepted = new Histogram(3);

    CrossingCards() {
        for (int region = 0; region < 10; region++) {
            for (String type : List.of("partner", "salaried", "locum")) {
                for (int action = 0; action < ACTIONS; action++) {
                    targets.add(new Target("region-" + region, type, "action-" + action));
                }
            }
        }
    }

    /** A folder with the campaign. */
    Path campaigns() throws IOException {
        Path folder = ScratchFolder.create("pledge-tracker-campaigns");
        Files.writeString(folder.resolve(CAMPAIGN + ".yaml"), definition());
        Files.writeString(folder.resolve("electorate.csv"), electorate());
        return folder;
    }

    /** Nine pledges to every action in every cell: the next one crosses. */
    void bringToTheBrink(SystemUnderTest system, ExecutorService threads) throws Exception {
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

    /** Sends the cards, 5 a second, and waits for their answers. */
    void send(SystemUnderTest system, ExecutorService threads, Arrivals arrivals) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < WARM_UP + CARDS; i++) {
            tokens.add(system.token(member(1_000 + i)));
        }
        List<Future<?>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < WARM_UP + CARDS; i++) {
            boolean measured = i >= WARM_UP;
            LockSupport.parkNanos(start + i * PACE.toNanos() - System.nanoTime());
            String token = tokens.get(i);
            // one action of every cell in turn, so that no two cards in a row share one
            Target target = targets.get(i * 11 % targets.size());
            running.add(threads.submit(() -> {
                long begun = System.nanoTime();
                if (measured) {
                    arrivals.sent(target.threshold(), begun);
                }
                system.declare(CAMPAIGN, token, card(target, List.of(target.action())));
                synchronized (accepted) {
                    if (measured) {
                        accepted.recordValue(System.nanoTime() - begun);
                    }
                }
                return token;
            }));
        }
        for (Future<?> declared : running) {
            declared.get(60, TimeUnit.SECONDS);
        }
    }

    /** How long the answers took, in nanoseconds. */
    Histogram accepted() {
        return accepted;
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
        try (var template = CrossingCards.class.getResourceAsStream("card-to-alert.yaml")) {
            if (template == null) {
                throw new IOException("card-to-alert.yaml is missing");
            }
            StringBuilder yaml = new StringBuilder(new String(template.readAllBytes(), StandardCharsets.UTF_8));
            yaml.append("thresholds:\n");
            for (Target target : targets) {
                yaml.append(
                        "  - {id: %1$s, title: Ten of %1$s, action: %2$s, region: %3$s, employmentType: %4$s, atLeast: {count: 10}, of: pledged}%n"
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
