package org.pledgetracker.tally.dashboard;

import java.util.List;
import java.util.Locale;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Region;
import org.pledgetracker.tally.counting.TippingPoint;
import org.pledgetracker.tally.view.Tallies;

/** The tipping point of a region, in words. */
record TippingLine(String region, String sentence) {

    /** Those of an action, in the order of its regions; none where the reader sees none. */
    static List<TippingLine> of(CampaignDefinition definition, Tallies.OfAction tally) {
        return tally.regions().stream()
                .<TippingLine>mapMulti((counted, lines) -> {
                    TippingPoint point = counted.tippingPoint();
                    if (point != null) {
                        String id = counted.region();
                        lines.accept(new TippingLine(
                                definition.region(id).map(Region::name).orElse(id), sentence(point)));
                    }
                })
                .toList();
    }

    private static String sentence(TippingPoint point) {
        return String.format(
                Locale.UK,
                "%,d more firm %s would bring %,d conditional %s into force",
                point.firmPledges(),
                point.firmPledges() == 1 ? "pledge" : "pledges",
                point.group(),
                point.group() == 1 ? "one" : "ones");
    }
}
