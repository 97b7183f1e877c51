package org.pledgetracker.pledge.pledging.web;

import java.util.List;

/**
 * The questions about the GP as their template shows them.
 *
 * @param others the answers to all else, to be carried through
 * @param withdrawn names of the card's pledges that these answers would withdraw
 */
record AboutPage(
        String campaign,
        String title,
        List<Choice> regions,
        List<Choice> types,
        List<PledgeForm.Field> others,
        List<String> withdrawn,
        List<FormFault> faults) {

    /** What is wrong with this answer; null if nothing. */
    public @org.jspecify.annotations.Nullable String faultOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(FormFault::message)
                .findFirst()
                .orElse(null);
    }
}
