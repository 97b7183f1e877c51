package org.pledgetracker.pledge.pledging.web;

import org.pledgetracker.events.Action;
import org.pledgetracker.events.ActionKind;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Openness;
import org.springframework.stereotype.Component;

/** How pages say what an action asks of a GP. */
@Component
final class ActionWords {

    private final Words words;

    ActionWords(Words words) {
        this.words = words;
    }

    String kind(ActionKind kind) {
        return words.say("kind." + kind.wireName());
    }

    /** What its kind means for whoever takes it. */
    String stake(ActionKind kind) {
        return words.say("kind." + kind.wireName() + ".stake");
    }

    /** Who decides besides the GP; empty if nobody. */
    String whoDecides(Action action, EmploymentType type, String region) {
        if (action.openness(type, region) != Openness.PRACTICE_DECIDES) {
            return "";
        }
        return words.say(type == EmploymentType.LOCUM ? "open.if-agreed" : "open.if-instructed");
    }

    /** Why it is not open to a GP. */
    String whyClosed(Action action, EmploymentType type, String region) {
        boolean elsewhere = !action.regions().isEmpty() && !action.regions().contains(region);
        return elsewhere ? words.say("open.not-in-region") : words.say("open.not-to." + type.wireName());
    }
}
