package org.pledgetracker.pledge.campaign;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Threshold;

/** Reads the thresholds of a definition. */
final class ThresholdReader {

    private static final Duration LOST_AFTER = Duration.ofMinutes(10);

    List<Threshold> read(Place thresholds) {
        return thresholds.items().stream().map(ThresholdReader::threshold).toList();
    }

    private static Threshold threshold(Place place) {
        place.expectOnly(
                "id", "title", "action", "region", "employmentType", "atLeast", "of", "lostBelow", "lostAfter");
        return new Threshold(
                place.at("id").id(),
                place.at("title").text(),
                place.at("action").id(),
                place.at("region").optional(text -> text),
                place.at("employmentType").optional(EmploymentType::of),
                level(place.at("atLeast")),
                of(place.at("of")),
                lostBelow(place.at("lostBelow")),
                lostAfter(place.at("lostAfter")));
    }

    /** What is in force counts, unless the threshold says otherwise. */
    private static CountedBasis of(Place place) {
        return place.present() ? place.parsed(CountedBasis::of, CountedBasis.IN_FORCE) : CountedBasis.IN_FORCE;
    }

    private static @Nullable AtLeast lostBelow(Place place) {
        return place.present() ? level(place) : null;
    }

    private static AtLeast level(Place place) {
        place.expectOnly("count", "share");
        Place count = place.at("count");
        Place share = place.at("share");
        if (count.present() == share.present()) {
            place.faults().addUnlessFaulty(place.path(), "needs either a count or a share", place.path());
        } else if (share.present()) {
            return AtLeast.share(share.parsed(Shares::parse, Shares.UNREAD));
        } else {
            int wanted = count.wholeNumber();
            if (wanted >= 1) {
                return AtLeast.count(wanted);
            }
            place.faults().addUnlessFaulty(count.path(), "has to be at least 1", count.path());
        }
        return AtLeast.count(1);
    }

    private static Duration lostAfter(Place place) {
        return place.present() ? place.parsed(ThresholdReader::duration, LOST_AFTER) : LOST_AFTER;
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new IllegalArgumentException("cannot be negative");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a duration such as PT10M", e);
        }
    }
}
