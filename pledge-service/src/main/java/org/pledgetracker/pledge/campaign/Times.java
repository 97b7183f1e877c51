package org.pledgetracker.pledge.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

/** Dates and times as organisers write them. */
final class Times {

    static final Instant UNREAD = Instant.EPOCH;

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Times() {}

    /** A date (the start of that day in London) or a time with its zone. */
    static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(LONDON).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither a date such as 2026-09-01 nor a time such as 2026-09-01T08:00:00Z", e);
        }
    }

    /** A time as {@link #instant} reads it: a date where a day starts in London. */
    static String text(Instant time) {
        ZonedDateTime there = time.atZone(LONDON);
        String date = there.toLocalDate().toString();
        boolean startsADay = there.equals(there.toLocalDate().atStartOfDay(LONDON));
        return startsADay && date.length() == 10 ? date : time.toString();
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date such as 2026-09-01", e);
        }
    }
}
