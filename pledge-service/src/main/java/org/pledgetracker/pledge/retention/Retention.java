package org.pledgetracker.pledge.retention;

import java.time.Duration;
import java.time.Instant;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition.ConsentText;
import org.pledgetracker.pledge.pledging.Card;

/** What may not be kept of a campaign any longer by now. */
public record Retention(CampaignDefined campaign, Instant now) {

    /** So long after its date all goes: by then tallies stand still everywhere, also where a clock is slow. */
    private static final Duration DELAY = Duration.ofHours(1);

    /** Whether all cards have to go, and then the campaign's key. */
    public boolean isOver() {
        return !now.isBefore(campaign.eraseAt().plus(DELAY));
    }

    /** Whether this card has to go: with all others, or because its GP has not agreed to the new text in time. */
    public boolean hasExpired(Card card) {
        return isOver() || isUnanswered(card);
    }

    private boolean isUnanswered(Card card) {
        ConsentText asked = campaign.definition().consent();
        Instant answerBy = asked.answerBy();
        return answerBy != null
                && !now.isBefore(answerBy)
                && !card.consent().version().equals(asked.version())
                // a card that was agreed to since then answers a later text, which just has not been read here yet
                && card.consent().at().isBefore(answerBy);
    }
}
