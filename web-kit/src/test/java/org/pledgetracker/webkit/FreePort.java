package org.pledgetracker.webkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server whose address is needed before it listens. From below the range from which systems take the ports of
 * outgoing connections, and at random: nobody else takes it before that server does.
 */
public final class FreePort {

    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** One that nobody listens on now, and another each time. */
    public static int find() {
        return ThreadLocalRandom.current()
                .ints(100, 10_000, 20_000)
                .filter(port -> isFree(port) && FOUND.add(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a hundred ports were tried, and none is free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
