package org.pledgetracker.pledge.campaign.organising;

import java.util.List;
import org.pledgetracker.pledge.campaign.Fault;
import org.pledgetracker.pledge.campaign.FaultLines;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;

/** How a change that was not made is answered. */
final class OrganiserRefusal {

    private OrganiserRefusal() {}

    static Problem unknown() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "no-such-campaign",
                "There is no such campaign",
                "Check the address, or choose a campaign from the list.");
    }

    /** @param text that the faults are in */
    static Problem faulty(List<Fault> faults, String text) {
        FaultLines lines = FaultLines.of(text);
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "faulty-definition",
                        "The definition was refused",
                        "Correct what is listed and send the whole definition again; nothing was changed.")
                .withFaults(faults.stream()
                        .map(fault -> new Problem.Fault(fault.path(), withLine(fault, lines)))
                        .toList());
    }

    private static String withLine(Fault fault, FaultLines lines) {
        return lines.line(fault).isPresent()
                ? "line %d: %s".formatted(lines.line(fault).getAsInt(), fault.reason())
                : fault.reason();
    }

    static Problem stale() {
        return new Problem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                "The campaign has changed",
                "Its definition is another by now than the one that you changed. Nothing was recorded: look at it as it is and"
                        + " make your change again.");
    }

    static Problem versionNotNamed() {
        return new Problem(
                HttpStatus.PRECONDITION_REQUIRED,
                "version-not-named",
                "Say what you change",
                "Send If-Match with the ETag of the definition that you changed, or If-None-Match: * for a new campaign.");
    }

    static Problem notPossible(Step step) {
        return new Problem(
                HttpStatus.CONFLICT,
                "not-possible-now",
                "That is not possible now",
                switch (step) {
                    case OPEN -> "Only a draft can be opened.";
                    case CLOSE -> "Only a campaign that was opened and has not closed can be closed.";
                    case PUBLISH -> "Figures can be published once the campaign is open, and only once.";
                });
    }
}
