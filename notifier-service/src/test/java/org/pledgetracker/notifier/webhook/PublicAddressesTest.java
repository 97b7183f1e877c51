package org.pledgetracker.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pledgetracker.notifier.alert.Crossings.NOON;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.notifier.delivery.Outcome;
import org.pledgetracker.notifier.delivery.Sender;

class PublicAddressesTest {

    private static final Sender.Notice NOTICE = new Sender.Notice(
            new DeliveryRequested(new Delivery("c", "t", 1, "r", Channel.WEBHOOK, "m"), NOON, NOON),
            reached("c", "t", null, 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9", "169.254.169.254",
                "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1", "198.19.0.1", "224.0.0.1",
                "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
                "64:ff9b::7f00:1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001::1",
                "2001:db8::1", "2002:7f00:1::1", "2130706433", "127.1"
            })
    void whatIsNotOnThePublicInternetIsRefused(String literal) {
        assertThatThrownBy(() -> PublicAddresses.ofSystem().resolve(literal))
                .isInstanceOf(PublicAddresses.NotPublic.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "2a00:1450::1",
                "2606:4700::1111"
            })
    void whatIsPublicIsLetThrough(String literal) throws Exception {
        assertThat(PublicAddresses.ofSystem().resolve(literal)).hasSize(1);
    }

    @Test
    void aNameWithOneAddressThatIsNotPublicIsRefusedAsAWhole() throws Exception {
        DnsResolver mixed = names(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"));

        assertThatThrownBy(() -> new PublicAddresses(mixed).resolve("hook.example.org"))
                .isInstanceOf(PublicAddresses.NotPublic.class);
        assertThatThrownBy(() -> new PublicAddresses(names()).resolve("hook.example.org"))
                .isInstanceOf(UnknownHostException.class);
    }

    /** The name is looked up once, by what refuses: the second answer of a rebinding name is never asked for. */
    @Test
    void aNameThatTurnsToThisMachineIsNotCalled() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        WebhookSender sender = new WebhookSender(new PublicAddresses(names(InetAddress.getLoopbackAddress())), true);
        try {
            String url = "http://hook.example.org:" + server.getAddress().getPort() + "/";
            Outcome outcome = sender.send("r", "{\"url\":\"" + url + "\",\"secret\":\"whsec_AAAA\"}", List.of(NOTICE));

            assertThat(outcome).isEqualTo(new Outcome.Refused("the address is not on the public internet"));
            assertThat(calls).hasValue(0);
        } finally {
            sender.destroy();
            server.stop(0);
        }
    }

    @Test
    void outsideDevelopmentPlainHttpIsNotCalled() throws Exception {
        WebhookSender sender = new WebhookSender(PublicAddresses.ofSystem(), false);
        try {
            assertThat(sender.send("r", "{\"url\":\"http://example.org/\",\"secret\":\"whsec_AAAA\"}", List.of(NOTICE)))
                    .isEqualTo(new Outcome.Refused("only https addresses are called"));
        } finally {
            sender.destroy();
        }
    }

    private static DnsResolver names(InetAddress... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return addresses.clone();
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
