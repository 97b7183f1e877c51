package org.pledgetracker.pledge.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignDefinition.ConsentText;
import org.pledgetracker.events.CampaignState;

/** What may become of the text that GPs have agreed to: another one asks them again, and leaves them time to answer. */
final class ConsentRules {

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(14);

    private final CampaignDefinition definitionBefore;
    private final ConsentText before;
    private final ConsentText after;
    private final Map<String, String> asked;
    private final Faults faults;

    /** @param asked every text that GPs were ever asked to agree to, by its version */
    ConsentRules(CampaignDefinition before, CampaignDefinition after, Map<String, String> asked, Faults faults) {
        this.asked = asked;
        this.definitionBefore = before;
        this.before = before.consent();
        this.after = after.consent();
        this.faults = faults;
    }

    void check(Instant now) {
        if (!before.version().equals(after.version())) {
            checkNewVersion(now);
        } else if (!before.text().equals(after.text())) {
            faults.add("consent.version", "has to change with the text");
        } else {
            checkSameVersion(now);
        }
    }

    private void checkNewVersion(Instant now) {
        if (!asked.getOrDefault(after.version(), after.text()).equals(after.text())) {
            faults.add(
                    "consent.version",
                    "'" + after.version()
                            + "' stood for another text before: whoever agreed to that would count as having"
                            + " agreed to this");
        }
        switch (definitionBefore.stateAt(now)) {
            case DRAFT -> {
                // nobody has agreed to anything yet
            }
            case OPEN -> {
                if (after.answerBy() == null) {
                    faults.add(
                            "consent.answerBy",
                            "is missing: say by when GPs have to agree to the new text; the cards of those who have not are"
                                    + " erased then");
                } else {
                    checkTimeToAnswer(after.answerBy(), now);
                }
            }
            case CLOSED ->
                faults.add("consent.version", "cannot change once the campaign has closed: nobody could agree to it");
        }
    }

    /** A date that was once said stays: only a later one is kinder to those who have not answered. */
    private void checkSameVersion(Instant now) {
        Instant said = before.answerBy();
        Instant wanted = after.answerBy();
        if (isUnchanged(said, wanted)) {
            return;
        }
        if (said != null && (wanted == null || wanted.isBefore(said))) {
            faults.add("consent.answerBy", "cannot become earlier or disappear: GPs were told " + said);
        } else if (wanted != null && definitionBefore.stateAt(now) != CampaignState.DRAFT) {
            checkTimeToAnswer(wanted, now);
        }
    }

    private static boolean isUnchanged(@Nullable Instant said, @Nullable Instant wanted) {
        return said == null ? wanted == null : said.equals(wanted);
    }

    private void checkTimeToAnswer(Instant answerBy, Instant now) {
        if (answerBy.isBefore(now.plus(TIME_TO_ANSWER))) {
            faults.add(
                    "consent.answerBy",
                    "has to be at least %d days from now, so that GPs have time to answer"
                            .formatted(TIME_TO_ANSWER.toDays()));
        }
    }
}
