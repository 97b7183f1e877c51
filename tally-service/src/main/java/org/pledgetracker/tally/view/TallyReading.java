package org.pledgetracker.tally.view;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.tally.counting.TippingPoint;
import org.pledgetracker.tally.threshold.Level;
import org.springframework.stereotype.Component;

/** Reads figures and thresholds from the view, as far as somebody may see them. */
@Component
public class TallyReading {

    private final TallyView view;
    private final TippingPoints tippingPoints;

    TallyReading(TallyView view, TippingPoints tippingPoints) {
        this.view = view;
        this.tippingPoints = tippingPoints;
    }

    /** The tallies of some actions of a campaign; every region and type is listed, zero or not. */
    public Tallies tallies(CampaignDefined campaign, Sight sight, Predicate<String> actions) {
        List<Action> wanted = campaign.definition().actions().stream()
                .filter(action -> actions.test(action.id()))
                .toList();
        return new Tallies(
                campaign.campaign(),
                campaign.version(),
                latest(campaign.campaign(), wanted, sight),
                wanted.stream().map(action -> ofAction(campaign, action, sight)).toList());
    }

    /** How those thresholds of a campaign stand that somebody sees. */
    public List<ThresholdState> thresholds(CampaignDefined campaign, Sight sight) {
        return campaign.definition().thresholds().stream()
                .filter(sight::covers)
                .map(threshold -> ThresholdState.of(
                        threshold,
                        required(threshold, campaign.definition()),
                        view.lastCrossing(campaign.campaign(), threshold.id())))
                .toList();
    }

    private static @Nullable Long required(Threshold threshold, CampaignDefinition definition) {
        OptionalLong required = Level.required(threshold, definition);
        return required.isPresent() ? required.getAsLong() : null;
    }

    private Tallies.OfAction ofAction(CampaignDefined campaign, Action action, Sight sight) {
        TallyCounted counted = view.tally(campaign.campaign(), action.id());
        TallyReleased release = view.release(campaign.campaign(), action.id());
        Sheet sheet = new Sheet(campaign.definition(), action, sight, counted, release);
        // they tell of conditions, which no release does
        Map<String, TippingPoint> tipping =
                sight.exact() && counted != null ? tippingPoints.of(campaign, action, counted) : Map.of();
        List<Tallies.OfRegion> regions = campaign.definition().regions().stream()
                .map(region -> Tallies.OfRegion.of(
                        region.id(),
                        sheet.region(region.id()),
                        cells(action, region.id(), sheet),
                        tipping.get(region.id())))
                .toList();
        return new Tallies.OfAction(action.id(), sheet.total(), regions);
    }

    private static List<Tallies.OfCell> cells(Action action, String region, Sheet sheet) {
        return Arrays.stream(EmploymentType.values())
                .map(type -> Tallies.OfCell.of(type, action.isOpenTo(type, region), sheet.cell(region, type)))
                .toList();
    }

    private @Nullable Instant latest(String campaign, List<Action> actions, Sight sight) {
        Stream<@Nullable Instant> times = actions.stream().map(action -> {
            if (sight.exact()) {
                TallyCounted counted = view.tally(campaign, action.id());
                return counted == null ? null : counted.countedAt();
            }
            TallyReleased release = view.release(campaign, action.id());
            return release == null ? null : release.releasedAt();
        });
        return times.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }
}
