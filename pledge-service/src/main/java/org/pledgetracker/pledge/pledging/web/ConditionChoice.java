package org.pledgetracker.pledge.pledging.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.OnlyIf;

/**
 * What a form says about a condition.
 *
 * @param onlyIf null for a firm pledge
 */
record ConditionChoice(@Nullable OnlyIf onlyIf) {

    static final String FIRM = "firm";

    /** As a form field's value. */
    static String code(@Nullable OnlyIf onlyIf) {
        return onlyIf == null
                ? FIRM
                : onlyIf.share().percent() + "-" + onlyIf.scope().wireName();
    }

    /** What a field's value stands for; empty if it is none of what is offered. */
    static Optional<ConditionChoice> of(String code, List<OnlyIf> offered) {
        if (code.equals(FIRM)) {
            return Optional.of(new ConditionChoice(null));
        }
        return offered.stream()
                .filter(onlyIf -> code(onlyIf).equals(code))
                .findFirst()
                .map(ConditionChoice::new);
    }
}
