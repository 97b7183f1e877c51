package org.pledgetracker.signin.roll;

import java.util.List;

/** A roll that cannot be used, with every fault by line. */
public final class RollFaults extends Exception {

    private final List<String> faults;

    RollFaults(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault with its line; none quotes a name or an address. */
    public List<String> faults() {
        return faults;
    }
}
