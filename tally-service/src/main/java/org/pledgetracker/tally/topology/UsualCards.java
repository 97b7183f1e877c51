package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.tally.counting.CardContent;

/** Cards as pledge-service writes them: fields in their order, no spaces, nothing escaped. They say the same few things. */
final class UsualCards {

    private static final byte[] START = ascii("{\"type\":\"" + PledgesDeclared.TYPE + "\",\"campaign\":\"");
    private static final byte[] PLEDGER = ascii("\",\"pledger\":\"");
    private static final byte[] REGION = ascii("\",\"region\":\"");
    private static final byte[] TYPE = ascii("\",\"employmentType\":\"");
    private static final byte[] PLEDGES = ascii("\",\"pledges\":[");

    private static final String TEXT = "\"([ !#-\\[\\]-~]*)\"";
    private static final Pattern PLEDGE = Pattern.compile("\\{\"action\":" + TEXT
            + "(?:,\"onlyIf\":\\{\"share\":(0\\.\\d{1,4}|1),\"scope\":\"(region|everywhere)\"\\})?\\}");
    private static final Pattern END = Pattern.compile(
            "\\],\"consent\":\\{\"version\":" + TEXT + ",\"at\":" + TEXT + "\\},\"declaredAt\":" + TEXT + "\\}");

    private final Pieces<String> regions = new Pieces<>(text -> text);
    private final Pieces<EmploymentType> types = new Pieces<>(EmploymentType::of);
    private final Pieces<Pledge> pledges = new Pieces<>(UsualCards::pledge);
    private final Pieces<Boolean> ends = new Pieces<>(UsualCards::end);

    private byte[] value = {};
    private int at;

    /** Reads a card, or throws {@link Unusual}. */
    CardContent read(byte[] card) {
        try {
            return whole(card);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unusual();
        }
    }

    private CardContent whole(byte[] card) {
        value = card;
        at = 0;
        expect(START);
        at = endOfText();
        expect(PLEDGER);
        at = endOfText();
        expect(REGION);
        String region = take(regions, endOfText());
        expect(TYPE);
        EmploymentType type = take(types, endOfText());
        expect(PLEDGES);
        List<Pledge> all = pledges();
        take(ends, value.length);
        return new CardContent(region, type, all);
    }

    private List<Pledge> pledges() {
        List<Pledge> all = new ArrayList<>(4);
        while (byteAt(at) == '{') {
            Pledge pledge = take(pledges, endOfPledge());
            for (Pledge earlier : all) {
                if (earlier.action().equals(pledge.action())) {
                    throw new Unusual();
                }
            }
            all.add(pledge);
            if (byteAt(at) != ',') {
                return all;
            }
            at++;
        }
        if (!all.isEmpty()) {
            throw new Unusual();
        }
        return all;
    }

    /** After the first brace, or the first two: where a text has one in it, what stands before it is no pledge. */
    private int endOfPledge() {
        int end = at;
        while (byteAt(end) != '}') {
            end++;
        }
        return byteAt(end + 1) == '}' ? end + 2 : end + 1;
    }

    private int endOfText() {
        int end = at;
        for (byte next = byteAt(end); next != '"'; next = byteAt(end)) {
            if (next < ' ' || next == '\\') {
                throw new Unusual();
            }
            end++;
        }
        return end;
    }

    private <T> T take(Pieces<T> pieces, int end) {
        T taken = pieces.of(value, at, end);
        at = end;
        return taken;
    }

    private void expect(byte[] what) {
        int end = at + what.length;
        if (end > value.length || !Arrays.equals(value, at, end, what, 0, what.length)) {
            throw new Unusual();
        }
        at = end;
    }

    private byte byteAt(int index) {
        if (index >= value.length) {
            throw new Unusual();
        }
        return value[index];
    }

    private static Pledge pledge(String piece) {
        Matcher said = PLEDGE.matcher(piece);
        if (!said.matches()) {
            throw new Unusual();
        }
        String share = said.group(2);
        return new Pledge(
                said.group(1),
                share == null ? null : new OnlyIf(Share.of(new BigDecimal(share)), Scope.of(said.group(3))));
    }

    private static Boolean end(String piece) {
        Matcher said = END.matcher(piece);
        if (!said.matches()) {
            throw new Unusual();
        }
        Instant.parse(said.group(2));
        Instant.parse(said.group(3));
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Says that a card is written in another way. */
    static final class Unusual extends RuntimeException {

        Unusual() {
            super("not the usual form", null, false, false);
        }
    }
}
