package org.pledgetracker.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How many GPs there are. A region and type without a headcount is unknown, which is not nought.
 *
 * @param source where the headcounts come from
 * @param asOf the date they stand for
 */
public record Electorate(String source, LocalDate asOf, List<Headcount> headcounts) {

    public Electorate {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(asOf, "asOf");
        headcounts = List.copyOf(headcounts);
    }

    /** How many GPs of that type there are in that region, if it is known. */
    public OptionalInt headcount(String region, EmploymentType type) {
        return headcounts.stream()
                .filter(h -> h.region().equals(region) && h.employmentType() == type)
                .mapToInt(Headcount::gps)
                .findFirst();
    }

    /** How many GPs of one type there are in one region. */
    public record Headcount(String region, EmploymentType employmentType, int gps) {

        public Headcount {
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(employmentType, "employmentType");
            if (gps < 0) {
                throw new IllegalArgumentException("a headcount cannot be negative");
            }
        }
    }
}
