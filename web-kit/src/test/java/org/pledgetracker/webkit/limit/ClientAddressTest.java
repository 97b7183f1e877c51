package org.pledgetracker.webkit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final List<String> PROXIES = List.of("10.1.0.0/16", "192.0.2.7", "2001:db8:f::/48");

    @Test
    void withoutAProxyItIsTheAddressOfTheConnection() {
        assertThat(of("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void whatAnybodyWritesIntoTheHeaderIsIgnored() {
        assertThat(of("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(new ClientAddress(List.of()).of("10.1.2.3", values("198.51.100.1")))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void aTrustedProxyIsBelieved() {
        assertThat(of("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(of("192.0.2.7", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(of("192.0.2.8", "198.51.100.1")).isEqualTo("192.0.2.8");
    }

    @Test
    void theRightMostAddressThatIsNoProxyCountsSinceAnybodyCanWriteTheRest() {
        assertThat(of("10.1.2.3", "1.1.1.1, 198.51.100.1, 10.1.9.9")).isEqualTo("198.51.100.1");
        assertThat(of("10.1.2.3", "1.1.1.1", "198.51.100.1", "10.1.9.9, 192.0.2.7"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whereAllAreProxiesTheFirstOfThemCounts() {
        assertThat(of("10.1.2.3", "10.1.0.1, 10.1.0.2")).isEqualTo("10.1.0.1");
    }

    @Test
    void whatIsNoAddressEndsWhatIsBelieved() {
        assertThat(of("10.1.2.3", "198.51.100.1, nonsense")).isEqualTo("10.1.2.3");
        assertThat(of("10.1.2.3", "198.51.100.1, unknown, 10.1.9.9")).isEqualTo("10.1.9.9");
        assertThat(of("10.1.2.3", "")).isEqualTo("10.1.2.3");
    }

    @Test
    void anIpv6NetworkIsOneCaller() {
        assertThat(of("2001:db8:1:2:3:4:5:6")).isEqualTo(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
        assertThat(of("2001:db8:f::1", "2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2::9"));
        assertThat(of("::ffff:10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void aProxyHasToBeAnAddressOrANetwork() {
        assertThatThrownBy(() -> new ClientAddress(List.of("proxy.example.org")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String of(String peer, String... forwardedFor) {
        return new ClientAddress(PROXIES).of(peer, values(forwardedFor));
    }

    private static Enumeration<String> values(String... forwardedFor) {
        return Collections.enumeration(List.of(forwardedFor));
    }
}
