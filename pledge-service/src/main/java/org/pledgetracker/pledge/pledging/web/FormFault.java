package org.pledgetracker.pledge.pledging.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pledgetracker.pledge.pledging.FieldFault;

/**
 * What is wrong with an answer on the form.
 *
 * @param field the group of answers: region, employmentType, actions, condition or consent
 * @param anchor the id of the element that the error summary leads to
 */
record FormFault(String field, String anchor, String message) {

    private static final Pattern PLEDGE = Pattern.compile("pledges\\[(\\d+)]\\.(action|onlyIf)");

    static FormFault of(FieldFault fault, PledgeForm form) {
        Matcher pledge = PLEDGE.matcher(fault.field());
        if (pledge.matches()) {
            String action = form.actions().get(Integer.parseInt(pledge.group(1)));
            return pledge.group(2).equals("action")
                    ? new FormFault("actions", "action-" + action, fault.message())
                    : new FormFault("condition", "condition-" + ConditionChoice.FIRM, fault.message());
        }
        return switch (fault.field()) {
            case "employmentType" -> new FormFault("employmentType", "employmentType-partner", fault.message());
            case "consent.version" -> new FormFault("consent", "consent", fault.message());
            default -> new FormFault(fault.field(), fault.field(), fault.message());
        };
    }
}
