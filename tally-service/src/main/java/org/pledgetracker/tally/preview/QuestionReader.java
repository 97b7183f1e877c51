package org.pledgetracker.tally.preview;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.Threshold;

/** Reads a question, and says of each field what is wrong with it. */
final class QuestionReader {

    private static final String UNSET = "preview";

    private final CampaignDefinition definition;
    private final Question question;
    private final List<Fault> faults = new ArrayList<>();

    private QuestionReader(CampaignDefinition definition, Question question) {
        this.definition = definition;
        this.question = question;
    }

    static Reading read(CampaignDefinition definition, Question question) {
        return new QuestionReader(definition, question).read();
    }

    private Reading read() {
        String action = question.action().strip();
        if (definition.action(action).isEmpty()) {
            fault("action", "there is no action '" + action + "'");
        }
        String region = emptyToNull(question.region());
        if (region != null && definition.region(region).isEmpty()) {
            fault("region", "there is no region '" + region + "'");
        }
        EmploymentType type =
                parsed("employmentType", question.employmentType(), EmploymentType::of, "partner, salaried or locum");
        CountedBasis of = parsed("of", question.of(), CountedBasis::of, "in-force or pledged");
        AtLeast level = level();
        if (level == null || !faults.isEmpty()) {
            return new Reading.Faulty(faults);
        }
        return new Reading.Asked(new Threshold(
                UNSET,
                UNSET,
                action,
                region,
                type,
                level,
                of == null ? CountedBasis.IN_FORCE : of,
                null,
                Duration.ZERO));
    }

    private @Nullable AtLeast level() {
        AtLeast count = parsed(
                "count", question.count(), text -> AtLeast.count(Integer.parseInt(text)), "a number such as 500");
        AtLeast share = parsed(
                "share",
                question.share(),
                text -> AtLeast.share(Share.of(new BigDecimal(text))),
                "a share such as 0.25");
        if (question.count().isBlank() == question.share().isBlank()) {
            fault("count", "give either a number of pledges or a share");
        }
        return count == null ? share : count;
    }

    private <V> @Nullable V parsed(String field, String text, Function<String, V> parser, String expected) {
        String given = emptyToNull(text);
        if (given == null) {
            return null;
        }
        try {
            return parser.apply(given);
        } catch (IllegalArgumentException e) {
            fault(field, "'" + given + "' is not " + expected);
            return null;
        }
    }

    private void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /**
     * What is wrong with a field.
     *
     * @param anchor the field
     */
    record Fault(String anchor, String message) {}

    /** What a question was read as. */
    sealed interface Reading {

        /** A threshold that could be set. */
        record Asked(Threshold threshold) implements Reading {}

        /** Something that cannot be read. */
        record Faulty(List<Fault> faults) implements Reading {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }
}
