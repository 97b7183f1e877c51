package org.pledgetracker.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pledgetracker.benchmarks.ReplayOnce.Contestant;
import org.pledgetracker.benchmarks.ReplayOnce.Outcome;
import org.pledgetracker.events.RealBroker;

/**
 * How fast 1,000,000 cards are counted from the start of the log, beside a plain table and a bare consumer; and how soon
 * counting goes on after a restart.
 */
public final class Replay {

    private static final int CARDS = 1_000_000;

    private Replay() {}

    public static void main(String[] arguments) throws Exception {
        RealBroker broker = RealBroker.forked();
        new ManyCards(10).write(broker.clientSettings(), 0, CARDS);
        // twice each, and the better counts: the first also warms the page cache
        double bare = best(broker, Contestant.BARE_CONSUMER);
        double tally = best(broker, Contestant.TALLY);
        double restart = best(broker, Contestant.TALLY_RESTARTED);
        double table = run(broker, Contestant.PLAIN_TABLE, CARDS).seconds();
        new Report("replay of 1,000,000 cards")
                .add("tally", CARDS / tally, "cards/s", "target: at least 150,000")
                .add("plain KTable", CARDS / table, "cards/s", "")
                .add("bare consumer", CARDS / bare, "cards/s", "")
                .add("tally ÷ plain KTable", table / tally, "", "target: at least 6")
                .add("tally ÷ bare consumer", bare / tally, "", "target: at least 0.6")
                .add("restarted, counting again after", restart, "s", "target: at most 5")
                .print(System.out);
        System.exit(0);
    }

    private static double best(RealBroker broker, Contestant contestant) throws IOException, InterruptedException {
        return Math.min(
                run(broker, contestant, CARDS).seconds(),
                run(broker, contestant, CARDS).seconds());
    }

    /** Runs a contestant in a JVM of its own. */
    static Outcome run(RealBroker broker, Contestant contestant, int cards) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap(contestant, cards),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ReplayOnce.class.getName(),
                contestant.name(),
                broker.bootstrapServers(),
                String.valueOf(cards)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Outcome.isOne(line)) {
                    Outcome outcome = Outcome.parse(line);
                    System.out.printf(
                            "  %s: %.2f s, %d MB%n", contestant, outcome.seconds(), outcome.residentMegabytes());
                    return outcome;
                }
                output.add(line);
            }
        }
        throw new IOException(contestant + " ended without an outcome:\n"
                + String.join("\n", output.subList(Math.max(0, output.size() - 20), output.size())));
    }

    /** The peers may have what they want; the tally has to do with little. */
    private static String heap(Contestant contestant, int cards) {
        boolean peer = contestant == Contestant.PLAIN_TABLE || contestant == Contestant.BARE_CONSUMER;
        return peer ? "-Xmx4g" : cards > CARDS ? "-Xmx1g" : "-Xmx300m";
    }
}
