package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import org.pledgetracker.pledge.pledging.PledgeState;

/**
 * A card as pages show it.
 *
 * @param oldConsent whether it stands under another consent text than the campaign's
 */
record CardPage(String region, String employmentType, List<PledgeLine> pledges, String declared, boolean oldConsent) {

    /**
     * A pledge in words.
     *
     * @param state firm, waiting, condition-met or set-aside
     * @param condition under which it counts, or that there is none
     * @param note what the GP has to know about it; empty if nothing
     */
    record PledgeLine(String action, String name, String state, String condition, String note) {

        boolean is(PledgeState other) {
            return state.equals(other.wireName());
        }
    }

    /** Whether any pledge carries a condition that counts. */
    public boolean isConditional() {
        return pledges.stream().anyMatch(line -> line.is(PledgeState.WAITING) || line.is(PledgeState.CONDITION_MET));
    }

    /** The pledges that are set aside. */
    public List<PledgeLine> setAside() {
        return pledges.stream().filter(line -> line.is(PledgeState.SET_ASIDE)).toList();
    }
}
