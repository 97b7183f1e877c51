package org.pledgetracker.notifier.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to public addresses alone. What it answers is what is connected to, so a name that changes between a check and
 * the call gains nothing; a name with any address that is not public is refused as a whole.
 */
final class PublicAddresses implements DnsResolver {

    /** First bytes, and how many bits of them count. */
    private record Block(int bits, List<Integer> bytes) {

        Block(int bits, Integer... bytes) {
            this(bits, List.of(bytes));
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                int wanted = bit / 8 < bytes.size() ? bytes.get(bit / 8) : 0;
                if ((address[bit / 8] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** This network, private, shared by carriers, loopback, link-local, protocol, documentation, benchmarks, multicast and beyond. */
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            new Block(8, 0),
            new Block(8, 10),
            new Block(10, 100, 64),
            new Block(8, 127),
            new Block(16, 169, 254),
            new Block(12, 172, 16),
            new Block(24, 192, 0, 0),
            new Block(24, 192, 0, 2),
            new Block(24, 192, 88, 99),
            new Block(16, 192, 168),
            new Block(15, 198, 18),
            new Block(24, 198, 51, 100),
            new Block(24, 203, 0, 113),
            new Block(3, 224));

    /** Only what is handed out at all, without Teredo, ORCHID, documentation and 6to4, which hold addresses of other kinds. */
    private static final Block GLOBAL_6 = new Block(3, 0x20);

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            new Block(23, 0x20, 0x01, 0),
            new Block(32, 0x20, 0x01, 0x0d, 0xb8),
            new Block(16, 0x20, 0x02),
            new Block(20, 0x3f, 0xff, 0));

    private final DnsResolver names;

    PublicAddresses(DnsResolver names) {
        this.names = names;
    }

    static PublicAddresses ofSystem() {
        return new PublicAddresses(SystemDefaultDnsResolver.INSTANCE);
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
            case Inet6Address six ->
                GLOBAL_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
            default -> false;
        };
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        if (found.length == 0 || !Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
            throw new NotPublic();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    /** The name leads to where nobody may be called. */
    static final class NotPublic extends UnknownHostException {

        NotPublic() {
            super("not a public address");
        }
    }
}
