package org.pledgetracker.pledge.pledging.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.pledging.FieldFault;
import org.springframework.stereotype.Component;

/** Puts what is wrong with a form into words, and says where to mend it. */
@Component
final class FormFaults {

    private static final Pattern PLEDGE = Pattern.compile("pledges\\[(\\d+)]\\.(action|onlyIf)");
    private static final String CONDITION = "condition";
    private static final String FIRST_CONDITION = "condition-" + ConditionChoice.FIRM;

    private final Words words;

    FormFaults(Words words) {
        this.words = words;
    }

    /** All faults: what was found in the submission, and what the form itself lacks. */
    List<FormFault> of(List<FieldFault> found, PledgeForm form, CampaignDefinition campaign) {
        List<FormFault> all = new ArrayList<>();
        found.forEach(fault -> all.add(of(fault, form, campaign)));
        if (form.actions().isEmpty()) {
            all.add(new FormFault("actions", "action-" + firstAction(form, campaign), words.say("fault.no-action")));
        }
        if (form.lacksACondition(campaign)) {
            all.add(new FormFault(CONDITION, FIRST_CONDITION, words.say("fault.no-condition")));
        }
        return all;
    }

    private FormFault of(FieldFault fault, PledgeForm form, CampaignDefinition campaign) {
        Matcher pledge = PLEDGE.matcher(fault.field());
        if (pledge.matches()) {
            String action = form.actions().get(Integer.parseInt(pledge.group(1)));
            String message = words.say("fault." + fault.kind(), Words.action(campaign, action), types(form, campaign));
            return pledge.group(2).equals("action")
                    ? new FormFault("actions", "action-" + action, message)
                    : new FormFault(CONDITION, FIRST_CONDITION, message);
        }
        String message = words.say("fault." + fault.kind());
        return switch (fault.field()) {
            case "employmentType" -> new FormFault("employmentType", "employmentType-partner", message);
            case "consent.version" -> new FormFault("consent", "consent", message);
            default -> new FormFault(fault.field(), fault.field(), message);
        };
    }

    private String types(PledgeForm form, CampaignDefinition campaign) {
        return KnownGp.of(form, campaign)
                .map(who -> words.say("types." + who.type().wireName()))
                .orElse("");
    }

    private static String firstAction(PledgeForm form, CampaignDefinition campaign) {
        return KnownGp.of(form, campaign)
                .flatMap(who -> who.open(campaign).findFirst())
                .map(Action::id)
                .orElseGet(() -> campaign.actions().getFirst().id());
    }
}
