package org.pledgetracker.pledge.pledging.web;

import java.time.Duration;
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

    static Problem tooManyChanges(Duration wait) {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-changes",
                        "You have changed your region or employment type too often today",
                        tooOften(wait))
                .retryAfter(wait);
    }

    /** The same, at the field that it is about. */
    static FieldFault tooManyChangesAtField(Duration wait) {
        return new FieldFault("region", "too-many-changes", tooOften(wait));
    }

    private static String tooOften(Duration wait) {
        return "Region and employment type can be changed five times a day. Nothing was recorded and your pledges stand as they"
                + " were: change them again in %d hours".formatted(wait.toHours() + 1);
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
