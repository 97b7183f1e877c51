package org.pledgetracker.webkit.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What no HTTP client would send, byte by byte. */
final class RawCalls {

    private static final int PATIENCE_MILLIS = 20_000;

    /** Codings, versions and methods that a server does not know are refused with these, says RFC 9110. */
    private static final Set<Integer> OF_THE_PROTOCOL = Set.of(501, 505);

    private final URI base;

    RawCalls(URI base) {
        this.base = base;
    }

    private static List<String> all() {
        String end = "Host: localhost\r\nConnection: close\r\n\r\n";
        String open = "Host: localhost\r\nConnection: close\r\n";
        String json = "PUT /api/campaigns/c/my-pledges HTTP/1.1\r\n" + open + "Content-Type: application/json\r\n";
        String form = "POST /logout HTTP/1.1\r\n" + open + "Content-Type: application/x-www-form-urlencoded\r\n";
        Stream<String> targets = Stream.of(
                        "/%",
                        "/%z1",
                        "/campaigns/%u0041",
                        "/campaigns/a b",
                        "/campaigns/\u0000",
                        "/campaigns/\u00ff\u00fe",
                        "/campaigns/<script>",
                        "/campaigns/../../etc/passwd",
                        "/web-kit/..%2f..%2fapplication.yaml",
                        "/web-kit/%2e%2e/%2e%2e/x",
                        "//evil.example/%2f..",
                        "/\\..\\x",
                        "/campaigns/[x]|^`{}",
                        "http://evil.example/campaigns/c",
                        "*",
                        "campaigns",
                        "/?" + "a".repeat(20_000),
                        "/" + "a/".repeat(8_000),
                        "/;;;;/;x=/campaigns;")
                .map(target -> "GET " + target + " HTTP/1.1\r\n" + end);
        Stream<String> requests = Stream.of(
                "nonsense\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/9.9\r\n" + end,
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: <evil>\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "G\u00c9T / HTTP/1.1\r\n" + end,
                "GET / HTTP/1.1\r\nNo colon\r\n" + end,
                "GET / HTTP/1.1\r\nX-Nul: a\u0000b\r\n" + end,
                "GET / HTTP/1.1\r\nX-Folded: a\r\n b\r\n" + end,
                "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(40_000) + "\r\n" + end,
                "GET / HTTP/1.1\r\n" + "X-Many: 1\r\n".repeat(2_000) + end,
                "GET / HTTP/1.1\r\nExpect: nonsense\r\n" + end,
                "GET / HTTP/1.1\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n" + end,
                "GET / HTTP/1.1\r\nAuthorization: Bearer \u00ff\u0001\r\n" + end,
                "GET / HTTP/1.1\r\nCookie: a=\u0001; \u00ff\r\n" + end,
                json + "Content-Length: -1\r\n\r\n{}",
                json + "Content-Length: 99999999999999999999\r\n\r\n{}",
                json + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                json + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                json + "Transfer-Encoding: nonsense\r\n\r\n{}",
                json + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                json + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
                json + "Transfer-Encoding: chunked\r\n\r\n20000\r\n" + "x".repeat(0x20000) + "\r\n0\r\n\r\n",
                form + "Content-Length: 4\r\n\r\n_csr",
                form + "Transfer-Encoding: chunked\r\n\r\n20000\r\n" + "x".repeat(0x20000) + "\r\n0\r\n\r\n");
        return Stream.concat(targets, requests).toList();
    }

    static int count() {
        return all().size();
    }

    /** What was answered with an error of the server, or not in time. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (String request : all()) {
            String shown = request.substring(0, Math.min(120, request.length())).replace("\r\n", "⏎");
            try {
                int status = status(request);
                if (status >= 500 && !OF_THE_PROTOCOL.contains(status)) {
                    broken.add(shown + ": " + status);
                }
            } catch (IOException e) {
                broken.add(shown + ": " + e);
            }
        }
        return broken;
    }

    /** The status; nought where the server hung up, as it may. */
    private int status(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return line.startsWith("HTTP/1.1 ")
                    ? Integer.parseInt(line.substring("HTTP/1.1 ".length()).strip())
                    : 0;
        } catch (SocketException e) {
            return 0;
        }
    }
}
