package org.pledgetracker.pledge.campaign.organising;

import java.util.List;
import org.pledgetracker.pledge.campaign.Change;
import org.pledgetracker.pledge.campaign.FormGroup;

/**
 * A text in the making and what is known of it.
 *
 * @param version that it was made from; 0 for a new campaign
 * @param checked whether it may be published
 * @param stale whether the version that it was made from no longer stands
 * @param changes what it would change
 */
record EditPage(
        String campaign,
        int version,
        String text,
        boolean checked,
        boolean stale,
        List<Change> changes,
        List<FaultLine> faults) {

    static EditPage unchecked(String campaign, int version, String text) {
        return new EditPage(campaign, version, text, false, false, List.of(), List.of());
    }

    EditPage acceptable(List<Change> found) {
        return new EditPage(campaign, version, text, true, false, found, List.of());
    }

    EditPage faulty(List<FaultLine> found) {
        return new EditPage(campaign, version, text, false, false, List.of(), found);
    }

    EditPage outOfDate() {
        return new EditPage(campaign, version, text, false, true, List.of(), List.of());
    }

    public boolean isNew() {
        return version == 0;
    }

    /** Whether a fault leads to a field of that group. */
    public boolean isFaulty(FormGroup group) {
        return group.fields().stream().anyMatch(field -> isFaulty(field.path()));
    }

    /** Whether a fault leads to that field. */
    public boolean isFaulty(String field) {
        return faults.stream().anyMatch(fault -> fault.anchor().equals(field));
    }
}
