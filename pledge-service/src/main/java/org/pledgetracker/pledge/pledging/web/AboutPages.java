package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.springframework.stereotype.Component;

/** Puts the questions about the GP into words. */
@Component
final class AboutPages {

    private final Words words;

    AboutPages(Words words) {
        this.words = words;
    }

    AboutPage of(Campaign campaign, @Nullable Card card, PledgeForm form, List<FormFault> faults) {
        CampaignDefinition definition = campaign.definition();
        return new AboutPage(
                campaign.id(),
                definition.title(),
                definition.regions().stream()
                        .map(region -> new Choice(
                                region.id(), region.name(), region.id().equals(form.region())))
                        .toList(),
                Stream.of(EmploymentType.values())
                        .map(type -> new Choice(
                                type.wireName(),
                                words.type(type),
                                type.wireName().equals(form.employmentType())))
                        .toList(),
                form.fieldsBesidesTheGp(),
                KnownGp.of(form, definition)
                        .map(who -> who.withdrawnFrom(card, definition))
                        .orElse(List.of()),
                faults);
    }
}
