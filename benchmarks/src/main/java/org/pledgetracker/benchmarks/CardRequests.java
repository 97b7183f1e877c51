package org.pledgetracker.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.pledgetracker.webkit.TestTokens;

/** Requests that declare cards, one for each of many GPs, encoded beforehand. */
final class CardRequests {

    private static final List<String> TYPES = List.of("partner", "salaried", "locum");

    private final List<ByteBuffer> encoded;

    private CardRequests(List<ByteBuffer> encoded) {
        this.encoded = encoded;
    }

    /** With the tokens of that many GPs; they hold for ten minutes. */
    static CardRequests withTokens(TestTokens tokens, int gps) {
        return new CardRequests(IntStream.range(0, gps)
                .parallel()
                .mapToObj(gp ->
                        encode(gp, "Authorization: Bearer " + tokens.gp(subject(gp), "region-0", "partner") + "\r\n"))
                .toList());
    }

    /** The same without tokens. */
    static CardRequests bare(int gps) {
        return new CardRequests(
                IntStream.range(0, gps).mapToObj(gp -> encode(gp, "")).toList());
    }

    static String subject(int gp) {
        return "benchmark-gp-" + gp;
    }

    int gps() {
        return encoded.size();
    }

    ByteBuffer of(int gp) {
        return encoded.get(gp);
    }

    private static ByteBuffer encode(int gp, String authorization) {
        String body = """
                {"region":"region-%d","employmentType":"%s","consent":{"version":"a"},"pledges":[{"action":"action-%d"},{"action":"action-%d"}]}""".formatted(gp % 10, TYPES.get(gp % 3), gp % 7, (gp + 3) % 7);
        String request = "PUT /api/campaigns/" + AcceptingService.CAMPAIGN
                + "/my-pledges HTTP/1.1\r\nHost: localhost\r\n"
                + authorization + "Accept: application/json\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }
}
