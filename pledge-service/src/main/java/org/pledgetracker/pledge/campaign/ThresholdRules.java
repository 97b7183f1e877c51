package org.pledgetracker.pledge.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Threshold;

/** What thresholds have to keep to, so that no crossing tells on a single GP. */
final class ThresholdRules {

    private static final long LOWEST_LEVEL = 10;
    private static final long APART = 5;

    /** Faults of actions that leave open who may pledge. */
    private static final Pattern ACTIONS = Pattern.compile("actions(\\[\\d+](\\.(id|openTo|regions).*)?)?");

    private final CampaignDefinition definition;
    private final Faults faults;
    private final Map<Counted, Map<Long, String>> levels = new HashMap<>();

    ThresholdRules(CampaignDefinition definition, Faults faults) {
        this.definition = definition;
        this.faults = faults;
    }

    void check() {
        List<Threshold> thresholds = definition.thresholds();
        for (int i = 0; i < thresholds.size(); i++) {
            String path = "thresholds[" + i + "]";
            if (faults.allSound(path, "regions", "electorate") && faults.noneMatches(ACTIONS)) {
                check(path, thresholds.get(i));
            }
        }
    }

    private void check(String path, Threshold threshold) {
        if (definition.action(threshold.action()).isEmpty()) {
            faults.add(path + ".action", "there is no action '" + threshold.action() + "'");
        }
        String region = threshold.region();
        if (region != null && definition.region(region).isEmpty()) {
            faults.add(path + ".region", "there is no region '" + region + "'");
        }
        if (faults.allSound(path)) {
            checkOpen(path, threshold);
            checkLevel(path, threshold);
        }
    }

    private void checkOpen(String path, Threshold threshold) {
        if (!Electorates.isOpenSomewhere(definition, threshold)) {
            faults.add(path, "nobody that it counts may pledge to '" + threshold.action() + "'");
        }
    }

    private void checkLevel(String path, Threshold threshold) {
        OptionalLong required = required(path + ".atLeast", threshold, threshold.atLeast());
        if (required.isEmpty()) {
            return;
        }
        long level = required.getAsLong();
        if (level < LOWEST_LEVEL) {
            faults.add(path + ".atLeast", "asks for %d pledges: at least 10 are needed".formatted(level));
        }
        checkApart(path + ".atLeast", threshold, level);
        AtLeast lostBelow = threshold.lostBelow();
        if (lostBelow != null) {
            required(path + ".lostBelow", threshold, lostBelow).ifPresent(lost -> {
                if (lost > level - APART) {
                    faults.add(
                            path + ".lostBelow",
                            "is %d pledges: it can be at most %d, 5 less than the level"
                                    .formatted(lost, level - APART));
                }
            });
        }
    }

    private OptionalLong required(String path, Threshold threshold, AtLeast level) {
        if (level.share() == null) {
            return OptionalLong.of(level.required(0));
        }
        if (threshold.employmentType() == EmploymentType.LOCUM) {
            faults.add(path, "is a share of locums, whose number is not known: use a count");
            return OptionalLong.empty();
        }
        OptionalLong electorate = Electorates.of(definition, threshold);
        if (electorate.isEmpty() || electorate.getAsLong() == 0) {
            faults.add(path, "is a share of an electorate that is not known: use a count, or add the headcounts");
            return OptionalLong.empty();
        }
        return OptionalLong.of(level.required(electorate.getAsLong()));
    }

    private void checkApart(String path, Threshold threshold, long level) {
        Map<Long, String> others = levels.computeIfAbsent(Counted.by(threshold), counted -> new HashMap<>());
        others.forEach((other, id) -> {
            if (Math.abs(other - level) < APART) {
                faults.add(path, "is %d pledges, less than 5 from the level of '%s' (%d)".formatted(level, id, other));
            }
        });
        others.put(level, threshold.id());
    }

    /** What a threshold counts: levels of the same have to be apart. */
    private record Counted(
            String action,
            @Nullable String region,
            @Nullable EmploymentType employmentType,
            CountedBasis of) {

        static Counted by(Threshold threshold) {
            return new Counted(threshold.action(), threshold.region(), threshold.employmentType(), threshold.of());
        }
    }
}
