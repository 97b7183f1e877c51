package org.pledgetracker.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports on the loopback address, one for each part. */
record Ports(int pledge, int tally, int notifier, int signIn, int kafka, int controller) {

    static final Ports USUAL = new Ports(8080, 8081, 8082, 9000, 9092, 9093);

    /**
     * Six ports in a row.
     *
     * @throws Refusal if that is no port
     */
    static Ports from(String first) {
        try {
            int port = Integer.parseInt(first);
            if (port >= 1024 && port <= 65_530) {
                return new Ports(port, port + 1, port + 2, port + 3, port + 4, port + 5);
            }
        } catch (NumberFormatException e) {
            throw new Refusal("'" + first + "' is not a port: choose a number from 1024 to 65530.");
        }
        throw new Refusal("Port " + first + " cannot be taken: choose a number from 1024 to 65530.");
    }

    /**
     * Checks that nobody else listens there.
     *
     * @throws Refusal naming the first port that is taken
     */
    void requireFree() {
        byName().forEach((name, port) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new Refusal(
                        "Port %d, which %s needs, is in use: stop what uses it, or choose others with --ports."
                                .formatted(port, name));
            }
        });
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("pledge-service", pledge);
        ports.put("tally-service", tally);
        ports.put("notifier-service", notifier);
        ports.put("sign-in", signIn);
        ports.put("Kafka", kafka);
        ports.put("Kafka's controller", controller);
        return ports;
    }
}
