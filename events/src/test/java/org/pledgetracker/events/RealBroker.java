package org.pledgetracker.events;

import java.util.Map;
import org.testcontainers.DockerClientFactory;

/**
 * A real Kafka broker for tests, one for each JVM: a container where a Docker engine answers, else a broker process of our
 * own. The tests are the same, and the run says which it used.
 */
public interface RealBroker {

    /** The broker of this JVM, started when it is first asked for and stopped when the JVM ends. */
    static RealBroker get() {
        return Holder.BROKER;
    }

    /** Another broker, as a process of its own, for a caller who wants it alone; it stops when the JVM ends. */
    static RealBroker forked() {
        return ForkedBroker.start();
    }

    /** Host and port that clients connect to. */
    String bootstrapServers();

    /** Freezes the broker: it keeps its connections and answers nothing. */
    void pause();

    /** Lets a frozen broker go on. */
    void resume();

    /** What a client needs to reach it. */
    default Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    /** Starts the broker of this JVM once. */
    final class Holder {

        private static final RealBroker BROKER = start();

        private Holder() {}

        private static RealBroker start() {
            boolean required =
                    System.getenv().getOrDefault("PLEDGE_TRACKER_REQUIRE", "").contains("docker");
            boolean forked = "forked".equals(System.getenv("PLEDGE_TRACKER_BROKER"));
            if (!forked && (required || DockerClientFactory.instance().isDockerAvailable())) {
                try {
                    return ContainerBroker.start();
                } catch (RuntimeException e) {
                    if (required) {
                        throw e;
                    }
                    say("no broker container (" + e.getMessage() + ")");
                }
            }
            return ForkedBroker.start();
        }

        static void say(String what) {
            org.slf4j.LoggerFactory.getLogger(RealBroker.class).warn("Tests use a real broker: {}", what);
        }
    }
}
