package org.pledgetracker.tally.deciding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdCrossed.Cause;
import org.pledgetracker.tally.counting.Group;
import org.pledgetracker.tally.counting.Tally;
import org.pledgetracker.tally.release.Release;
import org.pledgetracker.tally.release.ReleasePolicy;
import org.pledgetracker.tally.threshold.Crossing;
import org.pledgetracker.tally.threshold.Latch;
import org.pledgetracker.tally.threshold.Level;

/**
 * What to publish and to remember now that a campaign was looked at.
 *
 * @param tallies those that say something else than before
 * @param releases those that moved
 * @param records what the history is to say of them
 * @param latches those that changed, by threshold
 * @param due when to look again although nothing moves
 */
public record Decision(
        List<TallyCounted> tallies,
        List<TallyReleased> releases,
        List<TallyRecorded> records,
        List<ThresholdCrossed> crossings,
        Map<String, Latch> latches,
        Optional<Instant> due) {

    private static final Decision NOTHING =
            new Decision(List.of(), List.of(), List.of(), List.of(), Map.of(), Optional.empty());

    public Decision {
        tallies = List.copyOf(tallies);
        releases = List.copyOf(releases);
        records = List.copyOf(records);
        crossings = List.copyOf(crossings);
        latches = Map.copyOf(latches);
    }

    /**
     * Looks at a campaign. Once the day has come when its cards are erased, nothing follows from them any more: what was
     * published last is what remains.
     *
     * @param pledged its counts
     * @param offset the last offset of its pledges that is counted in them, −1 for none
     */
    public static Decision of(
            CampaignDefined campaign, Map<Group, Integer> pledged, long offset, Standing standing, Instant now) {
        if (!now.isBefore(campaign.eraseAt())) {
            return NOTHING;
        }
        Map<String, Tally> counted = Tally.of(campaign.definition(), pledged);
        List<TallyCounted> tallies = new ArrayList<>();
        List<TallyReleased> releases = new ArrayList<>();
        Records records = new Records(standing, campaign.definition().stateAt(now) == CampaignState.CLOSED, now);
        for (Tally tally : counted.values()) {
            if (!isPublished(standing.tallies().get(tally.action()), tally, campaign.version())) {
                tallies.add(new TallyCounted(
                        campaign.campaign(), tally.action(), campaign.version(), offset, now, tally.cells()));
            }
            TallyReleased last = standing.releases().get(tally.action());
            TallyReleased next = Release.next(
                    last, tally, ReleasePolicy.FIVES_FROM_TEN, campaign.campaign(), campaign.version(), now);
            if (!next.equals(last)) {
                releases.add(next);
            }
            records.look(next);
        }
        Thresholds thresholds = new Thresholds(campaign, counted, offset, standing, now);
        thresholds.look();
        Optional<Instant> due = Stream.of(
                        thresholds.due(),
                        records.due(),
                        Optional.of(campaign.definition().closesAt()).filter(now::isBefore))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        return new Decision(tallies, releases, records.toAdd(), thresholds.crossings, thresholds.latches, due);
    }

    private static boolean isPublished(@Nullable TallyCounted last, Tally tally, int version) {
        return last != null
                && last.definitionVersion() == version
                && last.cells().equals(tally.cells());
    }

    /** The thresholds of one look. */
    private static final class Thresholds {

        private final CampaignDefined campaign;
        private final Map<String, Tally> counted;
        private final long offset;
        private final Standing standing;
        private final Instant now;
        private final List<ThresholdCrossed> crossings = new ArrayList<>();
        private final Map<String, Latch> latches = new HashMap<>();
        private final List<Instant> dues = new ArrayList<>();

        Thresholds(CampaignDefined campaign, Map<String, Tally> counted, long offset, Standing standing, Instant now) {
            this.campaign = campaign;
            this.counted = counted;
            this.offset = offset;
            this.standing = standing;
            this.now = now;
        }

        /** Once a campaign is closed, its thresholds are no longer crossed. */
        void look() {
            if (campaign.definition().stateAt(now) != CampaignState.CLOSED) {
                campaign.definition().thresholds().forEach(this::look);
            }
        }

        private void look(Threshold threshold) {
            Level level = Level.of(threshold, campaign.definition(), counted.get(threshold.action()));
            Latch before = standing.latches().getOrDefault(threshold.id(), Latch.NEW);
            boolean redefined = standing.isOfAnotherDefinition(campaign.version());
            Latch.Step step =
                    before.look(level, threshold.lostAfter(), redefined ? Cause.DEFINITION : Cause.PLEDGES, now);
            Cause crossedBy = step.crossedBy();
            if (crossedBy != null) {
                Crossing crossing =
                        new Crossing(campaign.campaign(), campaign.version(), threshold, level, offset, now);
                crossings.add(crossing.event(step.latch(), crossedBy));
            }
            if (!step.latch().equals(before)) {
                latches.put(threshold.id(), step.latch());
            }
            step.latch().due(threshold.lostAfter()).ifPresent(dues::add);
        }

        Optional<Instant> due() {
            return dues.stream().min(Instant::compareTo);
        }
    }
}
