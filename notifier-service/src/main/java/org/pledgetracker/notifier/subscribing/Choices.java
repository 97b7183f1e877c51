package org.pledgetracker.notifier.subscribing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.Threshold;

/** What a rep can choose among, with what they have chosen. */
record Choices(
        List<Choice> campaigns,
        List<Choice> regions,
        List<Choice> employmentTypes,
        List<Choice> actions,
        List<Choice> thresholds) {

    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        for (EmploymentType type : EmploymentType.values()) {
            TYPES.put(
                    type.wireName(),
                    switch (type) {
                        case PARTNER -> "Partners";
                        case SALARIED -> "Salaried GPs";
                        case LOCUM -> "Locums";
                    });
        }
    }

    /** One of several; all are chosen where nothing was said. */
    record Choice(String value, String label, boolean chosen) {}

    static Choices of(SubscriptionSet subscription, Collection<CampaignDefined> definitions) {
        Map<String, String> campaigns = new LinkedHashMap<>();
        Map<String, String> regions = new LinkedHashMap<>();
        Map<String, String> actions = new LinkedHashMap<>();
        Map<String, String> thresholds = new LinkedHashMap<>();
        for (CampaignDefined defined : definitions) {
            if (defined.definition().state() != CampaignState.DRAFT) {
                campaigns.put(defined.campaign(), defined.definition().title());
                for (Region region : defined.definition().regions()) {
                    if (isTheirs(subscription, region.id())) {
                        regions.put(region.id(), region.name());
                    }
                }
                for (Action action : defined.definition().actions()) {
                    actions.put(action.id(), action.name());
                }
                for (Threshold threshold : defined.definition().thresholds()) {
                    String region = threshold.region();
                    if (region == null || isTheirs(subscription, region)) {
                        thresholds.put(defined.campaign() + "/" + threshold.id(), threshold.title());
                    }
                }
            }
        }
        List<String> chosenTypes = subscription.interest().employmentTypes().stream()
                .map(EmploymentType::wireName)
                .toList();
        return new Choices(
                choices(campaigns, subscription.interest().campaigns()),
                choices(regions, subscription.interest().regions()),
                choices(TYPES, chosenTypes),
                choices(actions, subscription.interest().actions()),
                choices(thresholds, subscription.interest().thresholds()));
    }

    /** What a form's boxes mean: all of them ticked is what holds for choices yet to come too. */
    static List<String> meant(List<Choice> offered, Collection<String> ticked) {
        boolean all = offered.stream().map(Choice::value).allMatch(ticked::contains);
        return all ? List.of() : new ArrayList<>(ticked);
    }

    private static List<Choice> choices(Map<String, String> offered, List<String> chosen) {
        return offered.entrySet().stream()
                .map(entry -> new Choice(
                        entry.getKey(), entry.getValue(), chosen.isEmpty() || chosen.contains(entry.getKey())))
                .toList();
    }

    private static boolean isTheirs(SubscriptionSet subscription, String region) {
        return subscription.everywhere() || subscription.regions().contains(region);
    }
}
