package org.pledgetracker.events;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How clients reach a broker of our own.
 *
 * @param protocol of its listener, as Kafka names it
 * @param settings of the broker for it
 * @param client from host and port to what a client needs
 */
record Listener(String protocol, List<String> settings, Function<String, Map<String, Object>> client) {

    static final Listener PLAINTEXT =
            new Listener("PLAINTEXT", List.of(), servers -> Map.of("bootstrap.servers", servers));
}
