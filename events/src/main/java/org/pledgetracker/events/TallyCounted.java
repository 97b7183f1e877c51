package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The exact counts of one action, for every region and employment type of the campaign, zero or not.
 *
 * @param definitionVersion the definition that it was counted under
 * @param offset the last offset of the campaign's partition of {@code pledges} that is counted in it, −1 for none
 */
public record TallyCounted(
        String campaign, String action, int definitionVersion, long offset, Instant countedAt, List<Cell> cells)
        implements Event {

    public static final String TYPE = "tally.counted.v1";

    public TallyCounted {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(countedAt, "countedAt");
        cells = List.copyOf(cells);
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return campaign + "/" + action;
    }

    /** The pledges of one region and employment type, by condition; without a condition: firm. */
    public record Cell(String region, EmploymentType employmentType, List<Group> groups) {

        public Cell {
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(employmentType, "employmentType");
            groups = List.copyOf(groups);
        }

        public int pledged() {
            return groups.stream().mapToInt(Group::pledged).sum();
        }

        public int firm() {
            return groups.stream()
                    .filter(g -> g.onlyIf() == null)
                    .mapToInt(Group::pledged)
                    .sum();
        }

        public int inForce() {
            return groups.stream()
                    .filter(Group::inForce)
                    .mapToInt(Group::pledged)
                    .sum();
        }
    }

    /** The pledges of a cell that carry the same condition: all of them are in force, or none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(@Nullable OnlyIf onlyIf, int pledged, boolean inForce) {}
}
