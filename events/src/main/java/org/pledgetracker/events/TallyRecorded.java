package org.pledgetracker.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pledgetracker.events.TallyReleased.Figures;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;

/**
 * The released figures of an action as they stood at the end of a minute in which they moved; nothing in it tells more than
 * the releases of that minute did.
 *
 * @param recordedAt that minute
 * @param closing the final figures of a campaign that has closed
 */
public record TallyRecorded(
        String campaign,
        String action,
        int definitionVersion,
        Instant recordedAt,
        boolean closing,
        Figures total,
        List<ReleasedRegion> regions)
        implements Event {

    public static final String TYPE = "tally.recorded.v1";

    public TallyRecorded {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(total, "total");
        regions = List.copyOf(regions);
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return campaign + "/" + action;
    }
}
