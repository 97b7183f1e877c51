package org.pledgetracker.pledge.pledging.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.springframework.stereotype.Component;

/** Puts the tick list and the question about conditions into words. */
@Component
final class FormPages {

    private final Words words;
    private final ConditionWords conditions;
    private final ActionWords actions;

    FormPages(Words words, ConditionWords conditions, ActionWords actions) {
        this.words = words;
        this.conditions = conditions;
        this.actions = actions;
    }

    /** @param who region and employment type, both known to the campaign */
    FormPage of(Campaign campaign, @Nullable Card card, PledgeForm form, KnownGp who, List<FormFault> faults) {
        CampaignDefinition definition = campaign.definition();
        return new FormPage(
                campaign.id(),
                definition.title(),
                form.version(),
                who.region(),
                who.type().wireName(),
                words.say("about.as." + who.type().wireName(), Words.region(definition, who.region())),
                who.open(definition)
                        .map(action -> open(definition, action, form, who))
                        .toList(),
                who.closed(definition)
                        .map(action -> new FormPage.ClosedAction(
                                action.id(), action.name(), actions.whyClosed(action, who.type(), who.region())))
                        .toList(),
                choices(definition, form.condition(), onlyIf -> conditions.onAny(onlyIf, definition, who.region())),
                words.say(who.type() == EmploymentType.LOCUM ? "condition.locums" : "condition.counts"),
                who.withdrawnFrom(card, definition),
                faults);
    }

    private FormPage.OpenAction open(CampaignDefinition campaign, Action action, PledgeForm form, KnownGp who) {
        String own = form.ownConditions().getOrDefault(action.id(), "");
        List<Choice> choices = new ArrayList<>(
                choices(campaign, own, onlyIf -> conditions.on(action.id(), onlyIf, campaign, who.region())));
        if (!choices.isEmpty()) {
            choices.addFirst(new Choice("", words.say("condition.as-for-all"), own.isEmpty()));
        }
        return new FormPage.OpenAction(
                action.id(),
                action.name(),
                action.description(),
                action.drawbacks(),
                actions.kind(action.kind()),
                actions.stake(action.kind()),
                actions.whoDecides(action, who.type(), who.region()),
                form.actions().contains(action.id()),
                !own.isEmpty(),
                choices);
    }

    private static List<Choice> choices(CampaignDefinition campaign, String chosen, ConditionLabel label) {
        if (campaign.conditions().isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of((OnlyIf) null), campaign.conditions().stream())
                .map(onlyIf -> {
                    String code = ConditionChoice.code(onlyIf);
                    return new Choice(code, label.of(onlyIf), chosen.equals(code));
                })
                .toList();
    }

    /** How a condition is said; null is none. */
    private interface ConditionLabel {

        String of(@Nullable OnlyIf onlyIf);
    }
}
