package org.pledgetracker.pledge.pledging.web;

import java.util.List;

/**
 * The form as its template shows it.
 *
 * @param about whom the actions below are open to, in words
 * @param conditions answers to the one question about conditions; empty if only firm pledges are taken
 * @param whatCounts whether the GP's own pledge is part of a share, in words
 * @param withdrawn names of the card's pledges that the region and employment type of these answers withdraw
 */
record FormPage(
        String campaign,
        String title,
        String version,
        String region,
        String employmentType,
        String about,
        List<OpenAction> open,
        List<ClosedAction> closed,
        List<Choice> conditions,
        String whatCounts,
        List<String> withdrawn,
        List<FormFault> faults) {

    /**
     * An action that can be ticked.
     *
     * @param stake what its kind means
     * @param whoDecides besides the GP, in words; empty if nobody
     * @param ownConditions other conditions for this action alone; empty if only firm pledges are taken
     */
    record OpenAction(
            String id,
            String name,
            String description,
            String drawbacks,
            String kind,
            String stake,
            String whoDecides,
            boolean ticked,
            boolean hasOwnCondition,
            List<Choice> ownConditions) {}

    /** An action that cannot be ticked, and why. */
    record ClosedAction(String id, String name, String why) {}

    /** What is wrong with this group of answers. */
    public List<String> faultsOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(FormFault::message)
                .distinct()
                .toList();
    }
}
