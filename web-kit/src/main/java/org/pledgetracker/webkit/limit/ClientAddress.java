package org.pledgetracker.webkit.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Tells whose address a call comes from. What {@code X-Forwarded-For} says is believed as far as trusted proxies wrote it:
 * from the right, up to the first address that is none of theirs. Anybody can write the rest.
 */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private final List<IpAddressMatcher> trusted;

    /**
     * Trusts these proxies alone.
     *
     * @param proxies addresses, or networks such as 10.1.0.0/16
     * @throws IllegalArgumentException if one is neither
     */
    ClientAddress(List<String> proxies) {
        trusted = proxies.stream().map(String::strip).map(IpAddressMatcher::new).toList();
    }

    /**
     * The key of the address that a call comes from: an IPv4 address; or the network of an IPv6 address, since one
     * subscriber has all the addresses of it.
     *
     * @param peer the address that the connection comes from
     * @param forwardedFor the values of all headers {@code X-Forwarded-For}, in order
     */
    String of(String peer, Enumeration<String> forwardedFor) {
        InetAddress known = InetAddress.ofLiteral(peer);
        List<String> hops = Collections.list(forwardedFor).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        for (int hop = hops.size() - 1; hop >= 0 && isTrusted(known); hop--) {
            try {
                known = InetAddress.ofLiteral(hops.get(hop).strip());
            } catch (IllegalArgumentException e) {
                // No address: whoever wrote it, nothing left of it can be believed
                break;
            }
        }
        return key(known);
    }

    private boolean isTrusted(InetAddress address) {
        String text = plain(address);
        return trusted.stream().anyMatch(proxy -> proxy.matches(text));
    }

    private static String key(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : plain(address);
    }

    private static String plain(InetAddress address) {
        return address.getHostAddress().split("%", -1)[0];
    }
}
