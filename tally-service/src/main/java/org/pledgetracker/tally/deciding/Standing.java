package org.pledgetracker.tally.deciding;

import java.util.HashMap;
import java.util.Map;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyRecorded;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.tally.threshold.Latch;

/**
 * What has been published about a campaign, and what is remembered of its thresholds.
 *
 * @param tallies by action
 * @param releases by action
 * @param records what the history says last, by action
 * @param latches by threshold
 */
public record Standing(
        Map<String, TallyCounted> tallies,
        Map<String, TallyReleased> releases,
        Map<String, TallyRecorded> records,
        Map<String, Latch> latches) {

    /** Nothing published yet. */
    public static final Standing NEW = new Standing(Map.of(), Map.of(), Map.of(), Map.of());

    public Standing {
        tallies = Map.copyOf(tallies);
        releases = Map.copyOf(releases);
        records = Map.copyOf(records);
        latches = Map.copyOf(latches);
    }

    /** This with what a decision changed. */
    public Standing after(Decision decision) {
        Map<String, TallyCounted> newTallies = new HashMap<>(tallies);
        decision.tallies().forEach(tally -> newTallies.put(tally.action(), tally));
        Map<String, TallyReleased> newReleases = new HashMap<>(releases);
        decision.releases().forEach(release -> newReleases.put(release.action(), release));
        Map<String, TallyRecorded> newRecords = new HashMap<>(records);
        decision.records().forEach(recorded -> newRecords.put(recorded.action(), recorded));
        Map<String, Latch> newLatches = new HashMap<>(latches);
        newLatches.putAll(decision.latches());
        return new Standing(newTallies, newReleases, newRecords, newLatches);
    }

    /** Whether tallies were published, all under an earlier definition. */
    boolean isOfAnotherDefinition(int version) {
        return !tallies.isEmpty() && tallies.values().stream().noneMatch(t -> t.definitionVersion() == version);
    }
}
