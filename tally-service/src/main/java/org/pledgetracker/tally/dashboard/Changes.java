package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Region;
import org.pledgetracker.tally.view.Past;
import org.pledgetracker.tally.view.Tallies;

/** What has changed in the released figures since some time, in words. */
final class Changes {

    private Changes() {}

    static List<String> since(
            Instant time, List<Past> past, Tallies.OfAction now, Figure figure, CampaignDefinition definition) {
        Tallies.OfAction then = null;
        for (Past each : past) {
            if (!each.at().isAfter(time)) {
                then = each.tally();
            }
        }
        if (then == null) {
            return List.of();
        }
        List<String> changes = new ArrayList<>();
        add(changes, "All regions", figure.of(then.total()), figure.of(now.total()));
        for (Tallies.OfRegion region : now.regions()) {
            String name = definition.region(region.region()).map(Region::name).orElse(region.region());
            Tallies.OfRegion before = then.regions().stream()
                    .filter(each -> each.region().equals(region.region()))
                    .findFirst()
                    .orElse(region);
            add(changes, name, figure.of(before.counts()), figure.of(region.counts()));
        }
        return changes;
    }

    private static void add(List<String> changes, String name, @Nullable Integer before, @Nullable Integer after) {
        if (!Objects.equals(before, after)) {
            changes.add(name + ": " + text(before) + " → " + text(after));
        }
    }

    private static String text(@Nullable Integer figure) {
        return figure == null ? "fewer than 10" : Box.grouped(figure);
    }
}
