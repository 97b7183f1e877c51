package org.pledgetracker.journeys.identity;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must not be found, in each form in which it might have been written: in any case, encoded for an address, in
 * hexadecimal, and within something longer that is written in base64.
 */
final class Needles {

    private static final int SHORTEST = 7;
    private static final long WINDOW = (1L << (8 * SHORTEST)) - 1;

    private final Map<Long, List<Needle>> byBeginning = new HashMap<>();
    private final Set<String> all = new TreeSet<>();

    /** @param bytes each as a character */
    private record Needle(String what, String bytes, boolean wholeNumber) {}

    /** Adds a text; {@code what} is said when it is found, so it tells whose it is but not the text. */
    Needles add(String what, String text) {
        all.add(what);
        for (String cased : List.of(text, text.toLowerCase(Locale.ROOT))) {
            byte[] bytes = cased.getBytes(StandardCharsets.UTF_8);
            put(what, cased, false);
            put(what, URLEncoder.encode(cased, StandardCharsets.UTF_8), false);
            put(what, HexFormat.of().formatHex(bytes), false);
            for (int before = 0; before < 3; before++) {
                put(what, withinBase64(bytes, before, Base64.getEncoder()), false);
                put(what, withinBase64(bytes, before, Base64.getUrlEncoder()), false);
            }
        }
        return this;
    }

    /** Adds a number that is meant only where it stands alone: within longer ones any digits occur. */
    Needles addNumber(String what, String digits) {
        all.add(what);
        put(what, digits, true);
        return this;
    }

    Set<String> all() {
        return all;
    }

    /** What is found in the files under these folders, and in which of them. */
    Map<String, Set<String>> findIn(Path... folders) throws IOException {
        Map<String, Set<String>> found = new HashMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    findIn(Files.readAllBytes(file), file.toString(), found);
                    // a name is written as well
                    findIn(file.toString().getBytes(StandardCharsets.UTF_8), "the name of " + file, found);
                }
            }
        }
        return found;
    }

    private void findIn(byte[] haystack, String where, Map<String, Set<String>> found) {
        long window = 0;
        for (int end = 0; end < haystack.length; end++) {
            window = (window << 8 | lower(haystack[end])) & WINDOW;
            List<Needle> candidates = end < SHORTEST - 1 ? null : byBeginning.get(window);
            if (candidates != null) {
                for (Needle needle : candidates) {
                    if (stands(needle, haystack, end - SHORTEST + 1)) {
                        found.computeIfAbsent(needle.what(), what -> new TreeSet<>())
                                .add(where);
                    }
                }
            }
        }
    }

    private static boolean stands(Needle needle, byte[] haystack, int start) {
        int end = start + needle.bytes().length();
        if (end > haystack.length) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (lower(haystack[i]) != needle.bytes().charAt(i - start)) {
                return false;
            }
        }
        return !needle.wholeNumber()
                || !((start > 0 && isDigit(haystack[start - 1])) || (end < haystack.length && isDigit(haystack[end])));
    }

    private void put(String what, String form, boolean wholeNumber) {
        String bytes =
                new String(form.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (bytes.length() < SHORTEST) {
            throw new IllegalArgumentException("too short to be looked for: " + form);
        }
        long window = 0;
        for (int i = 0; i < SHORTEST; i++) {
            window = window << 8 | bytes.charAt(i);
        }
        List<Needle> sameBeginning = byBeginning.computeIfAbsent(window, beginning -> new ArrayList<>());
        if (sameBeginning.stream().noneMatch(known -> known.bytes().equals(bytes))) {
            sameBeginning.add(new Needle(what, bytes, wholeNumber));
        }
    }

    /** The characters that do not depend on what stands around the text. */
    private static String withinBase64(byte[] text, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + text.length];
        System.arraycopy(text, 0, shifted, before, text.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int from = before == 0 ? 0 : before + 1;
        int to = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return encoded.substring(from, to);
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b & 0xff;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
