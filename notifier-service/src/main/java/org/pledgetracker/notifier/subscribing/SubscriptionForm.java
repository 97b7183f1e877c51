package org.pledgetracker.notifier.subscribing;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.notifier.subscription.Wish;
import org.springframework.util.MultiValueMap;

/** Reads the form of a subscription. */
final class SubscriptionForm {

    private final MultiValueMap<String, String> form;

    SubscriptionForm(MultiValueMap<String, String> form) {
        this.form = form;
    }

    /** What it asks for, given what was offered. */
    Wish wish(Choices offered) {
        boolean quiet = text("quietFrom") != null && text("quietTo") != null;
        return new Wish(
                meant("campaigns", offered.campaigns()),
                form.containsKey("national"),
                meant("regions", offered.regions()),
                meant("employmentTypes", offered.employmentTypes()).stream()
                        .map(EmploymentType::of)
                        .toList(),
                meant("actions", offered.actions()),
                meant("thresholds", offered.thresholds()),
                text("email"),
                text("webhook"),
                "daily".equals(form.getFirst("when")) ? time("dailyAt") : null,
                quiet ? time("quietFrom") : null,
                quiet ? time("quietTo") : null);
    }

    /** The group in which everything was unticked, if there is one: that would silence the rep by accident. */
    @Nullable
    String emptyGroup(Choices offered) {
        if (isEmpty("campaigns", offered.campaigns())) {
            return "campaigns";
        }
        if (isEmpty("employmentTypes", offered.employmentTypes())) {
            return "employmentTypes";
        }
        if (isEmpty("actions", offered.actions())) {
            return "actions";
        }
        return isEmpty("thresholds", offered.thresholds()) ? "thresholds" : null;
    }

    private boolean isEmpty(String field, List<Choices.Choice> offered) {
        return offered.size() > 1 && !form.containsKey(field);
    }

    /** A group of one is not shown, since there is nothing to choose. */
    private List<String> meant(String field, List<Choices.Choice> offered) {
        return offered.size() < 2 ? List.of() : Choices.meant(offered, form.getOrDefault(field, List.of()));
    }

    private @Nullable String text(String field) {
        String given = form.getFirst(field);
        return given == null || given.isBlank() ? null : given.strip();
    }

    private @Nullable LocalTime time(String field) {
        String given = text(field);
        return given == null ? null : LocalTime.parse(given);
    }
}
