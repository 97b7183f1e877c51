package org.pledgetracker.pledge.campaign;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Openness;

/** Reads to whom an action is open: every employment type has to be named. */
final class OpenToReader {

    private OpenToReader() {}

    static Map<EmploymentType, Openness> read(Place place) {
        place.expectOnly(
                Stream.of(EmploymentType.values()).map(EmploymentType::wireName).toArray(String[]::new));
        Map<EmploymentType, Openness> openTo = new EnumMap<>(EmploymentType.class);
        if (place.present()) {
            for (EmploymentType type : EmploymentType.values()) {
                openTo.put(type, place.at(type.wireName()).parsed(Openness::of, Openness.OPEN));
            }
        }
        return openTo;
    }
}
