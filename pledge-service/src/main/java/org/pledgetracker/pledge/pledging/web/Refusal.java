package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import org.pledgetracker.pledge.pledging.FieldFault;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;

/** How a submission that was not recorded is answered. */
final class Refusal {

    private Refusal() {}

    static Problem faulty(List<FieldFault> faults) {
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "faulty-card",
                        "Your pledges were not recorded",
                        "Correct the fields that are listed and send the whole card again.")
                .withFaults(faults.stream()
                        .map(fault -> new Problem.Fault(fault.field(), fault.message()))
                        .toList());
    }

    static Problem closed() {
        return new Problem(
                HttpStatus.CONFLICT,
                "campaign-closed",
                "This campaign has closed",
                "You can still withdraw pledges or erase all that is held on you, but not add or change any.");
    }

    static Problem notOpen() {
        return new Problem(
                HttpStatus.CONFLICT,
                "campaign-not-open",
                "This campaign is not open yet",
                "Come back when it has opened.");
    }

    static Problem stale() {
        return new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                "This page is out of date",
                "Your pledges have changed since you opened it, perhaps in another window. Nothing was recorded just now:"
                        + " look at your pledges and change them from there.");
    }
}
