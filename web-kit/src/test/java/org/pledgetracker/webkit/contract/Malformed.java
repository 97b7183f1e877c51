package org.pledgetracker.webkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What no honest caller sends. None of it is a card that could be recorded. */
final class Malformed {

    private static final int LARGE = 1_000_000;

    private static final String CARD = """
        {"region": "london", "employmentType": "partner", "consent": {"version": "v1"},
         "pledges": [{"action": "no-such-action", "onlyIf": {"share": 0.6, "scope": "region"}}]}\
        """;

    private static final String FORM =
            "region=london&employmentType=partner&action=no-such-action&condition=60-region&consent=v1&version=";

    private final Random random;

    Malformed(Random random) {
        this.random = random;
    }

    /** Values of one segment of a path, escaped as far as a URI has to be. */
    static List<String> segments() {
        return List.of(
                "no-such",
                "..",
                "%2e%2e",
                "..%2f..%2fetc%2fpasswd",
                "%2F",
                "%5c..%5c",
                "%00",
                "a%00b",
                "%0d%0aX-Injected:%201",
                "%ff%fe",
                "%c0%ae%c0%ae",
                "%ed%a0%80",
                ";a=b",
                "a;jsessionid=1",
                "x;/y",
                "%25%32%65",
                "%F0%9F%92%A9",
                "$%7B7*7%7D",
                "%23%7B7*7%7D",
                "__$%7B7*7%7D__::.x",
                "a".repeat(6_000));
    }

    static List<String> queries() {
        return List.of(
                "?",
                "?&&&=&=",
                "?erased=maybe",
                "?recorded=%00&withdrawn=7",
                "?erased=%ff%fe",
                "?action=%ed%a0%80&figure=%00",
                "?after=-1:-1,99999999999999999999:1",
                "?after=%00",
                "?code=a&state=b",
                "?error=%0d%0aX:1&state=b",
                "?continue&" + "a=1&".repeat(700),
                "?_csrf=%00");
    }

    /** Headers, each with a name and a value that clients can send. */
    static List<Map.Entry<String, String>> headers() {
        String huge = "x".repeat(10_000);
        return List.of(
                Map.entry("If-Match", "\"unclosed"),
                Map.entry("If-Match", "W/\"weak\", , *,"),
                Map.entry("If-Match", huge),
                Map.entry("If-None-Match", "\"\"\"\""),
                Map.entry("If-Modified-Since", "yesterday"),
                Map.entry("Content-Type", "nonsense"),
                Map.entry("Content-Type", "application/json;charset=no-such"),
                Map.entry("Content-Type", "application/json;charset=UTF-32"),
                Map.entry("Content-Type", "multipart/form-data; boundary="),
                Map.entry("Content-Type", "application/x-www-form-urlencoded;charset=\u00e9"),
                Map.entry("Content-Type", "text/xml"),
                Map.entry("Content-Encoding", "gzip"),
                Map.entry("Accept", "nonsense"),
                Map.entry("Accept", "text/csv;q=x, */*;q=7"),
                Map.entry("Accept", "image/png"),
                Map.entry("Accept-Language", "-,;q=,xx-" + "y".repeat(500)),
                Map.entry("Accept-Charset", "no-such;q=1"),
                Map.entry("Last-Event-ID", "99999999999999999999999"),
                Map.entry("Last-Event-ID", "0:-1,x"),
                Map.entry("Last-Event-ID", huge),
                Map.entry("Range", "bytes=5-1,-,9999999999999999999-"),
                Map.entry("Cookie", "PLEDGE_SESSION=../../x; a==;; \"=\u00ff"),
                Map.entry("X-CSRF-TOKEN", huge),
                Map.entry("X-Forwarded-For", "1.2.3.4, nonsense, ::1%eth0"),
                Map.entry("X-Forwarded-Host", "evil.example"),
                Map.entry("X-HTTP-Method-Override", "DELETE"),
                Map.entry("Origin", "null"),
                Map.entry("Authorization", "Basic =:="),
                Map.entry("Authorization", "Bearer a b c"),
                Map.entry("Authorization", "Bearer " + huge));
    }

    static List<String> methods() {
        return List.of("HEAD", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get", "DELETE", "FOO-BAR");
    }

    /** JSON bodies, and what claims to be. */
    List<byte[]> json() {
        List<byte[]> bodies = new ArrayList<>();
        Stream.of(
                        "",
                        "{",
                        "null",
                        "[]",
                        "\"text\"",
                        "7",
                        "{}{}",
                        "\u0000",
                        "{\"region\": {\"a\": [1]}}",
                        "{\"region\": \"london\", \"region\": \"wales\"}",
                        "{\"pledges\": null}",
                        "{\"pledges\": [null, null]}",
                        "{\"pledges\": {\"0\": {}}}",
                        "{\"pledges\": [{\"action\": 7, \"onlyIf\": \"x\"}]}",
                        "{\"pledges\": [{\"onlyIf\": {\"share\": 1e999999999, \"scope\": \"region\"}}]}",
                        "{\"pledges\": [{\"onlyIf\": {\"share\": " + "9".repeat(5_000) + "}}]}",
                        "{\"pledges\": [{\"onlyIf\": {\"share\": -0.6, \"scope\": \"moon\"}}]}",
                        "{\"pledges\": [{\"onlyIf\": {\"share\": NaN}}]}",
                        "{\"consent\": {\"version\": \"\\ud800\"}, \"region\": \"\\udfff\", \"pledges\": []}",
                        "{\"region\": \"a\\u0000b\", \"pledges\": []}",
                        "{\"no\": \"such\", \"__proto__\": {}, \"@class\": \"java.lang.Runtime\"}",
                        "{\"pledges\": [" + "{},".repeat(10_000) + "{}]}",
                        "[".repeat(20_000),
                        "{\"a\":".repeat(5_000),
                        "{\"region\": \"" + "x".repeat(LARGE) + "\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .forEach(bodies::add);
        bodies.add(new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', '}'});
        bodies.add(CARD.getBytes(StandardCharsets.UTF_16));
        bodies.addAll(damaged(CARD, 12));
        return bodies;
    }

    /** Forms, and what claims to be. */
    List<byte[]> forms() {
        List<byte[]> bodies = new ArrayList<>();
        Stream.of(
                        "&&&===&",
                        "action=%zz&region=%",
                        "action=%ff%fe&version=%00",
                        "action=%ed%a0%80",
                        "region=london&region=wales&employmentType=boss",
                        "condition-=&condition-%00=x&condition-resign=999-region",
                        "action=" + "a".repeat(30_000),
                        "action=a&".repeat(400),
                        "action=a&".repeat(2_000),
                        "version=" + "x".repeat(LARGE),
                        "email=%00@%00&username=%ff&code=%00",
                        "email=" + "a".repeat(5_000) + "@example.org",
                        "email=a@example.org%0d%0aBcc:b@example.org&username=../..")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .forEach(bodies::add);
        bodies.addAll(damaged(FORM, 6));
        return bodies;
    }

    /** So many copies, each with a few bytes changed. */
    private List<byte[]> damaged(String text, int copies) {
        List<byte[]> bodies = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change < 1 + random.nextInt(5); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            bodies.add(bytes);
        }
        return bodies;
    }
}
