package org.pledgetracker.tally.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased.ReleasedRegion;
import org.springframework.stereotype.Component;

/** Reads the history of released figures from the view, as far as somebody may see it. */
@Component
public class HistoryReading {

    private final TallyView view;

    HistoryReading(TallyView view) {
        this.view = view;
    }

    /** The history of an action; a record in which nothing changed that they see is left out. */
    public TallyHistory history(CampaignDefined campaign, String action, Sight sight, Instant now) {
        List<TallyHistory.Entry> entries = new ArrayList<>();
        for (TallyRecorded record : view.history(campaign.campaign(), action, now)) {
            TallyHistory.Entry entry = TallyHistory.Entry.of(
                    record.recordedAt(), record.closing(), record.total(), seen(record.regions(), sight));
            if (entries.isEmpty() || record.closing() || !entries.getLast().hasFiguresOf(entry)) {
                entries.add(entry);
            }
        }
        return new TallyHistory(campaign.campaign(), action, entries);
    }

    private static List<ReleasedRegion> seen(List<ReleasedRegion> regions, Sight sight) {
        return regions.stream().filter(region -> sight.covers(region.region())).toList();
    }
}
