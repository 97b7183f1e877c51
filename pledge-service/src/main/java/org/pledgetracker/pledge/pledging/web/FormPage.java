package org.pledgetracker.pledge.pledging.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.pledge.campaign.publishing.Campaign;

/**
 * The form as its template shows it.
 *
 * @param conditions answers to the one question about conditions; empty if only firm pledges are taken
 */
record FormPage(
        String campaign,
        String title,
        String version,
        List<Choice> regions,
        List<Choice> types,
        List<ActionChoice> actions,
        List<Choice> conditions,
        List<FormFault> faults) {

    /** One answer that can be chosen. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * An action that can be ticked.
     *
     * @param regions where alone it is open, in words; empty for everywhere
     * @param ownConditions other conditions for this action alone; empty if only firm pledges are taken
     */
    record ActionChoice(
            String id,
            String name,
            String description,
            String drawbacks,
            String openness,
            String regions,
            boolean ticked,
            boolean hasOwnCondition,
            List<Choice> ownConditions) {}

    static FormPage of(Campaign campaign, PledgeForm form, List<FormFault> faults) {
        CampaignDefinition definition = campaign.definition();
        return new FormPage(
                campaign.id(),
                definition.title(),
                form.version(),
                definition.regions().stream()
                        .map(region -> new Choice(
                                region.id(), region.name(), region.id().equals(form.region())))
                        .toList(),
                Stream.of(EmploymentType.values())
                        .map(type -> new Choice(
                                type.wireName(),
                                Words.type(type),
                                type.wireName().equals(form.employmentType())))
                        .toList(),
                definition.actions().stream()
                        .map(action -> action(definition, action, form))
                        .toList(),
                conditions(definition, form, form.condition()),
                faults);
    }

    private static ActionChoice action(CampaignDefinition campaign, Action action, PledgeForm form) {
        String own = form.ownConditions().getOrDefault(action.id(), "");
        List<Choice> conditions = new ArrayList<>(conditions(campaign, form, own));
        if (!conditions.isEmpty()) {
            conditions.addFirst(new Choice("", "As I answer for all actions below", own.isEmpty()));
        }
        return new ActionChoice(
                action.id(),
                action.name(),
                action.description(),
                action.drawbacks(),
                Words.openness(action),
                String.join(
                        ", ",
                        action.regions().stream()
                                .map(region -> Words.region(campaign, region))
                                .toList()),
                form.actions().contains(action.id()),
                !own.isEmpty(),
                conditions);
    }

    private static List<Choice> conditions(CampaignDefinition campaign, PledgeForm form, String chosen) {
        if (campaign.conditions().isEmpty()) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(ConditionChoice.FIRM, "Firm: whatever others do", chosen.equals(ConditionChoice.FIRM)));
        for (OnlyIf onlyIf : campaign.conditions()) {
            String code = ConditionChoice.code(onlyIf);
            String label = "Only if " + Words.condition(campaign, onlyIf, form.region()) + " act too";
            choices.add(new Choice(code, label, chosen.equals(code)));
        }
        return choices;
    }

    /** What is wrong with this group of answers. */
    public List<String> faultsOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(FormFault::message)
                .distinct()
                .toList();
    }
}
