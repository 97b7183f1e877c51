package org.pledgetracker.pledge.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The faults found so far. A place that is faulty already is not reported twice, nor are faults that follow from it. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(String path, String reason) {
        found.add(new Fault(path, reason));
    }

    /** Adds a fault that follows from the values at these places, unless one of them is faulty itself. */
    void addUnlessFaulty(String path, String reason, String... places) {
        if (allSound(places)) {
            add(path, reason);
        }
    }

    /** Whether nothing is wrong with these places or below them. */
    boolean allSound(String... places) {
        for (String place : places) {
            if (found.stream().anyMatch(fault -> isAtOrBelow(fault.path(), place))) {
                return false;
            }
        }
        return true;
    }

    /** Whether no faulty place is called so. */
    boolean noneMatches(Pattern places) {
        return found.stream().noneMatch(fault -> places.matcher(fault.path()).matches());
    }

    List<Fault> found() {
        return List.copyOf(found);
    }

    private static boolean isAtOrBelow(String path, String place) {
        return path.equals(place) || path.startsWith(place + ".") || path.startsWith(place + "[");
    }
}
