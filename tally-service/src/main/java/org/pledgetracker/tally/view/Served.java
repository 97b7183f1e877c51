package org.pledgetracker.tally.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Figures on their way out. Released ones may be kept by who asked, and asked for again by their mark, which is made from
 * nothing but what is answered; exact ones are kept nowhere.
 */
final class Served {

    private static final int BYTES = 16;

    private Served() {}

    static ResponseEntity<byte[]> as(MediaType type, byte[] body, boolean exact) {
        return answer(exact, body).contentType(type).body(body);
    }

    /** The same as a file to keep. */
    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] body, boolean exact) {
        return answer(exact, body)
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity.BodyBuilder answer(boolean exact, byte[] body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().varyBy("Accept", "Authorization", "Cookie");
        return exact
                ? answer.cacheControl(CacheControl.noStore())
                : answer.cacheControl(CacheControl.noCache().cachePrivate()).eTag(mark(body));
    }

    private static String mark(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
