package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.Optional;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.pledge.pledging.recording.MyCard;
import org.springframework.stereotype.Component;

/** Tells a GP whose card stands under an old consent text that it has changed, and what happens unless they answer. */
@Component
final class ConsentNotice {

    private final Words words;

    ConsentNotice(Words words) {
        this.words = words;
    }

    /** Empty where there is nothing to tell. */
    String of(MyCard mine, CampaignDefinition campaign, Instant now) {
        boolean old = campaign.stateAt(now) == CampaignState.OPEN
                && mine.card()
                        .filter(card -> !card.consent()
                                .version()
                                .equals(campaign.consent().version()))
                        .isPresent();
        if (!old) {
            return "";
        }
        return Optional.ofNullable(campaign.consent().answerBy())
                .map(answerBy -> words.say("consent.changed.answer-by", words.until(answerBy)))
                .orElseGet(() -> words.say("consent.changed"));
    }
}
