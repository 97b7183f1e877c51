package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.pledge.pledging.FieldFault;
import org.pledgetracker.pledge.pledging.Submission;
import org.pledgetracker.pledge.pledging.Submission.SubmittedPledge;

/** The whole card as a program sends it. */
record CardRequest(
        @Nullable String region,
        @Nullable String employmentType,
        @Nullable ConsentRequest consent,
        @Nullable List<@Nullable PledgeRequest> pledges) {

    record ConsentRequest(@Nullable String version) {}

    record PledgeRequest(@Nullable String action, @Nullable OnlyIf onlyIf) {

        private static final PledgeRequest NOTHING = new PledgeRequest(null, null);
    }

    Submission submission() {
        if (pledges == null) {
            throw Refusal.faulty(List.of(
                    new FieldFault("pledges", "pledges-missing", "List your pledges; an empty list withdraws all")));
        }
        return new Submission(
                region,
                employmentType,
                consent == null ? null : consent.version(),
                pledges.stream()
                        .map(pledge -> Optional.ofNullable(pledge).orElse(PledgeRequest.NOTHING))
                        .map(pledge -> new SubmittedPledge(pledge.action(), pledge.onlyIf()))
                        .toList());
    }
}
