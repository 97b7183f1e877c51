package org.pledgetracker.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The command: starts the system, says where to go, and stops it on Ctrl-C. */
public final class Standalone {

    private final PrintStream out;

    private Standalone(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            new Standalone(System.out).run(Options.parse(List.of(arguments)));
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            // what was started already does not hold the sentence up
            Runtime.getRuntime().halt(1);
        }
    }

    private void run(Options options) throws InterruptedException {
        logTo(options.data().resolve("logs"));
        long begun = System.nanoTime();
        out.println("Starting Kafka, sign-in and the three services …");
        RunningSystem system = RunningSystem.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system)));
        out.println(welcome(options, (System.nanoTime() - begun) / 1e9));
        system.awaitStop();
    }

    /** One log for all parts, set up by logback.xml, before any part begins, instead of by each context in turn. */
    private static void logTo(Path logs) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("pledge-tracker.logs", logs.toString());
        // Tomcat's words would stand in the terminal otherwise
        java.util.logging.Logger.getLogger("").setLevel(Level.WARNING);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LoggerFactory.getLogger(Standalone.class).info("Starting");
    }

    private void stop(RunningSystem system) {
        out.println("Stopping …");
        try {
            system.close();
            out.println("Stopped. Everything pledged is kept.");
        } catch (Exception e) {
            Logger log = LoggerFactory.getLogger(Standalone.class);
            log.error("Did not stop cleanly", e);
        }
    }

    private static String welcome(Options options, double seconds) {
        Ports ports = options.ports();
        return """

            Pledge Tracker is ready (%.1f s). This is a demonstration: anyone on this machine can sign in as anyone.

              Pledge     http://localhost:%d   as gp-00001 … gp-40000
              Dashboard  http://localhost:%d   as rep-london, rep-north-west … or organiser
              Alerts     http://localhost:%d   as rep-london, rep-north-west … or organiser
              Mailbox    http://localhost:%d/mailbox   the mail that reps get
              Sign-in    http://localhost:%d   POST /demo/token gives tokens for scripts

              Data in %s. Ctrl-C stops it.
            """.formatted(
                        seconds,
                        ports.pledge(),
                        ports.tally(),
                        ports.notifier(),
                        ports.notifier(),
                        ports.signIn(),
                        options.data());
    }
}
