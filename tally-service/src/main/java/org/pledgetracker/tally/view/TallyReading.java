package org.pledgetracker.tally.view;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.tally.counting.Tally;
import org.pledgetracker.tally.counting.TippingPoint;
import org.pledgetracker.tally.threshold.Level;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
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
        Electorate electorate = campaign.definition().electorate();
        return new Tallies(
                campaign.campaign(),
                campaign.version(),
                latest(campaign.campaign(), wanted, sight),
                electorate.source(),
                electorate.asOf(),
                wanted.stream().map(action -> ofAction(campaign, action, sight)).toList());
    }

    /** The ids of a campaign's actions. */
    static List<String> actionsOf(CampaignDefined campaign) {
        return campaign.definition().actions().stream().map(Action::id).toList();
    }

    /**
     * An action of a campaign.
     *
     * @param id null for its first
     * @throws Problem if there is none such
     */
    public static Action action(CampaignDefined campaign, @Nullable String id) {
        CampaignDefinition definition = campaign.definition();
        Optional<Action> found = id == null ? definition.actions().stream().findFirst() : definition.action(id);
        return found.orElseThrow(() -> new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-action",
                "The campaign has no such action",
                "Open the dashboard again and choose an action from its list."));
    }

    /** How the released figures of an action went, as far as somebody sees them, in the order of time. */
    public List<Past> past(CampaignDefined campaign, Action action, Sight sight, Instant now) {
        return view.history(campaign.campaign(), action.id(), now).stream()
                .map(record -> new Past(
                        record.recordedAt(), ofAction(campaign, action, sight.released(), null, asRelease(record))))
                .toList();
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

    /** How the exact tally stands against a threshold, whether the campaign has it or not. */
    public Level level(CampaignDefined campaign, Threshold threshold) {
        TallyCounted counted = view.tally(campaign.campaign(), threshold.action());
        Tally tally = new Tally(threshold.action(), counted == null ? List.of() : counted.cells());
        return Level.of(threshold, campaign.definition(), tally);
    }

    private static @Nullable Long required(Threshold threshold, CampaignDefinition definition) {
        OptionalLong required = Level.required(threshold, definition);
        return required.isPresent() ? required.getAsLong() : null;
    }

    private Tallies.OfAction ofAction(CampaignDefined campaign, Action action, Sight sight) {
        return ofAction(
                campaign,
                action,
                sight,
                view.tally(campaign.campaign(), action.id()),
                view.release(campaign.campaign(), action.id()));
    }

    private Tallies.OfAction ofAction(
            CampaignDefined campaign,
            Action action,
            Sight sight,
            @Nullable TallyCounted counted,
            @Nullable TallyReleased release) {
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

    private static TallyReleased asRelease(TallyRecorded record) {
        return new TallyReleased(
                record.campaign(),
                record.action(),
                record.definitionVersion(),
                record.recordedAt(),
                record.total(),
                record.regions());
    }

    private @Nullable Instant latest(String campaign, List<Action> actions, Sight sight) {
        Stream<@Nullable Instant> times = actions.stream().map(action -> {
            if (sight.exact()) {
                TallyCounted counted = view.tally(campaign, action.id());
                return counted == null ? null : counted.countedAt();
            }
            return Moved.at(view.release(campaign, action.id()), sight);
        });
        return times.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }
}
