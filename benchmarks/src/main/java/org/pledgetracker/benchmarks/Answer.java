package org.pledgetracker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param retryAfter whether it said when to come again
 * @param mark of the version of the card; empty where there is none
 * @param last whether the server closes the connection after it
 */
record Answer(int status, boolean retryAfter, String mark, boolean last) {

    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final String LENGTH = "\r\ncontent-length: ";
    private static final String MARK = "\r\netag: \"";

    /** The answer that has come so far; null while it is not whole. */
    static @Nullable Answer of(byte[] come, int length) {
        String text = new String(come, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEADERS);
        if (end < 0) {
            return null;
        }
        String headers = text.substring(0, end + 2);
        String lower = headers.toLowerCase(Locale.ROOT);
        int body = end + END_OF_HEADERS.length();
        int declared = lower.indexOf(LENGTH);
        boolean whole = declared < 0
                ? !lower.contains("\r\ntransfer-encoding: chunked") || text.endsWith("0" + END_OF_HEADERS)
                : text.length() >= body + Integer.parseInt(value(headers, declared + LENGTH.length(), '\r'));
        if (!whole) {
            return null;
        }
        int mark = lower.indexOf(MARK);
        return new Answer(
                Integer.parseInt(headers.substring(9, 12)),
                lower.contains("\r\nretry-after: "),
                mark < 0 ? "" : value(headers, mark + MARK.length(), '"'),
                lower.contains("\r\nconnection: close"));
    }

    private static String value(String headers, int from, char end) {
        return headers.substring(from, headers.indexOf(end, from));
    }
}
