package org.pledgetracker.tally.topology;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnknownEventVersion;
import org.pledgetracker.events.UnreadableEvent;
import org.pledgetracker.tally.counting.CardContent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what is counted of a card, several times faster than the whole event is read. Whatever looks unusual is left to
 * the reader of the whole event, so both always agree.
 */
final class CardReader {

    private static final int HOURLY_TIMES = 10_000;
    private static final String INSTANT_FORM = "2026-11-02T09:00:00Z";

    private final JsonFactory json = new JsonFactory();
    /** Times are cut to the hour, so a few strings come again and again. */
    private final Set<String> times = new HashSet<>();

    /**
     * Reads a value of {@code pledges}.
     *
     * @throws UnreadableEvent if it is not a card
     * @throws UnknownEventVersion if it is one in a version that this code is too old for
     */
    CardContent read(byte[] value) {
        CardContent usual = readUsual(value);
        return usual != null ? usual : CardContent.of(Topics.PLEDGES.read(value));
    }

    /** What a value says that is written the usual way; null if it is not. */
    @Nullable
    CardContent readUsual(byte[] value) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            CardContent card = new UsualCard(parser).read();
            return parser.nextToken() == null ? card : null;
        } catch (JacksonException | IllegalArgumentException | UnusualCard e) {
            return null;
        }
    }

    private boolean isTime(String text) {
        if (times.contains(text)) {
            return true;
        }
        if (text.length() != INSTANT_FORM.length()) {
            return false;
        }
        try {
            Instant.parse(text);
        } catch (DateTimeException e) {
            return false;
        }
        if (times.size() >= HOURLY_TIMES) {
            times.clear();
        }
        return times.add(text);
    }

    /** A look at one card. */
    private final class UsualCard {

        private final JsonParser parser;
        private @Nullable String region;
        private @Nullable EmploymentType type;
        private @Nullable List<Pledge> pledges;
        private boolean typed;
        private boolean campaign;
        private boolean pledger;
        private boolean consent;
        private boolean declaredAt;

        UsualCard(JsonParser parser) {
            this.parser = parser;
        }

        CardContent read() {
            for (String name = field(); name != null; name = field()) {
                switch (name) {
                    case "type" -> typed = text().equals(PledgesDeclared.TYPE);
                    case "campaign" -> campaign = !text().isEmpty();
                    case "pledger" -> pledger = !text().isEmpty();
                    case "region" -> region = text();
                    case "employmentType" -> type = EmploymentType.of(text());
                    case "pledges" -> pledges = pledges();
                    case "consent" -> consent = consent();
                    case "declaredAt" -> declaredAt = isTime(text());
                    default -> throw new UnusualCard();
                }
            }
            String inRegion = region;
            EmploymentType ofType = type;
            List<Pledge> all = pledges;
            boolean whole = typed && campaign && pledger && consent && declaredAt;
            if (!whole || inRegion == null || ofType == null || all == null) {
                throw new UnusualCard();
            }
            return new CardContent(inRegion, ofType, all);
        }

        private List<Pledge> pledges() {
            expect(JsonToken.START_ARRAY);
            List<Pledge> all = new ArrayList<>(4);
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                if (next != JsonToken.START_OBJECT) {
                    throw new UnusualCard();
                }
                all.add(pledge());
            }
            return all;
        }

        private Pledge pledge() {
            String action = null;
            OnlyIf onlyIf = null;
            for (String name = field(); name != null; name = field()) {
                switch (name) {
                    case "action" -> action = text();
                    case "onlyIf" -> onlyIf = onlyIf();
                    default -> throw new UnusualCard();
                }
            }
            if (action == null) {
                throw new UnusualCard();
            }
            return new Pledge(action, onlyIf);
        }

        private OnlyIf onlyIf() {
            expect(JsonToken.START_OBJECT);
            Share share = null;
            Scope scope = null;
            for (String name = field(); name != null; name = field()) {
                switch (name) {
                    case "share" -> share = share();
                    case "scope" -> scope = Scope.of(text());
                    default -> throw new UnusualCard();
                }
            }
            if (share == null || scope == null) {
                throw new UnusualCard();
            }
            return new OnlyIf(share, scope);
        }

        private Share share() {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
                throw new UnusualCard();
            }
            return Share.of(parser.getDecimalValue());
        }

        private boolean consent() {
            expect(JsonToken.START_OBJECT);
            boolean version = false;
            boolean at = false;
            for (String name = field(); name != null; name = field()) {
                switch (name) {
                    case "version" -> version = !text().isEmpty();
                    case "at" -> at = isTime(text());
                    default -> throw new UnusualCard();
                }
            }
            return version && at;
        }

        private @Nullable String field() {
            String name = parser.nextName();
            if (name == null && parser.currentToken() != JsonToken.END_OBJECT) {
                throw new UnusualCard();
            }
            return name;
        }

        private String text() {
            expect(JsonToken.VALUE_STRING);
            return parser.getString();
        }

        private void expect(JsonToken token) {
            if (parser.nextToken() != token) {
                throw new UnusualCard();
            }
        }
    }

    /** Says that a card is written in another way than pledge-service writes it. */
    private static final class UnusualCard extends RuntimeException {

        UnusualCard() {
            super("not the usual form", null, false, false);
        }
    }
}
