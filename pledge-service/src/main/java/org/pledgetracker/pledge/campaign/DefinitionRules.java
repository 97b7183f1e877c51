package org.pledgetracker.pledge.campaign;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Electorate.Headcount;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Threshold;

/** What a definition has to keep to on its own. */
final class DefinitionRules {

    private static final int LONGEST_ERASURE_DAYS = 365;

    private final CampaignDefinition definition;
    private final Faults faults;

    private DefinitionRules(CampaignDefinition definition, Faults faults) {
        this.definition = definition;
        this.faults = faults;
    }

    static void check(CampaignDefinition definition, Faults faults) {
        DefinitionRules rules = new DefinitionRules(definition, faults);
        rules.checkLife();
        rules.checkIds();
        rules.checkActionRegions();
        rules.checkElectorate();
        rules.checkConditions();
        new ThresholdRules(definition, faults).check();
    }

    private void checkLife() {
        if (definition.state() != CampaignState.DRAFT && definition.approvedBy() == null) {
            faults.addUnlessFaulty(
                    "approvedBy", "is missing: say who approved the text before it opens", "approvedBy", "state");
        }
        if (!definition.opensAt().isBefore(definition.closesAt())) {
            faults.addUnlessFaulty("closesAt", "has to be after opensAt", "opensAt", "closesAt");
        }
        if (definition.publishAt() != null && definition.publishAt().isBefore(definition.opensAt())) {
            faults.addUnlessFaulty("publishAt", "has to be after opensAt", "opensAt", "publishAt");
        }
        checkPublishOnReaching();
        Instant answerBy = definition.consent().answerBy();
        if (answerBy != null && !answerBy.isBefore(definition.closesAt())) {
            faults.addUnlessFaulty(
                    "consent.answerBy",
                    "has to be before closesAt: afterwards nobody can agree",
                    "consent.answerBy",
                    "closesAt");
        }
        if (definition.eraseAfterDays() < 1 || definition.eraseAfterDays() > LONGEST_ERASURE_DAYS) {
            faults.addUnlessFaulty("eraseAfterDays", "has to be 1 to 365", "eraseAfterDays");
        }
    }

    private void checkPublishOnReaching() {
        String id = definition.publishOnReaching();
        if (id != null
                && definition.thresholds().stream().noneMatch(each -> each.id().equals(id))) {
            faults.addUnlessFaulty(
                    "publishOnReaching", "there is no threshold '" + id + "'", "publishOnReaching", "thresholds");
        }
    }

    private void checkIds() {
        checkUnique("regions", definition.regions(), Region::id);
        checkUnique("actions", definition.actions(), Action::id);
        checkUnique("thresholds", definition.thresholds(), Threshold::id);
    }

    private <T> void checkUnique(String list, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String path = list + "[" + i + "].id";
            if (!seen.add(id.apply(items.get(i)))) {
                faults.addUnlessFaulty(path, "'" + id.apply(items.get(i)) + "' is there twice", path);
            }
        }
    }

    private void checkActionRegions() {
        for (int i = 0; i < definition.actions().size(); i++) {
            List<String> regions = definition.actions().get(i).regions();
            for (int j = 0; j < regions.size(); j++) {
                String path = "actions[" + i + "].regions[" + j + "]";
                if (definition.region(regions.get(j)).isEmpty()) {
                    faults.addUnlessFaulty(path, "there is no region '" + regions.get(j) + "'", path, "regions");
                }
            }
        }
    }

    private void checkElectorate() {
        definition.electorate().headcounts().stream()
                .map(Headcount::region)
                .distinct()
                .filter(region -> definition.region(region).isEmpty())
                .forEach(region -> faults.addUnlessFaulty(
                        "electorate.file", "'" + region + "' is not a region of the campaign", "regions"));
    }

    private void checkConditions() {
        List<OnlyIf> conditions = definition.conditions();
        Set<OnlyIf> seen = new HashSet<>();
        String unknown = String.join(", ", regionsOfUnknownSize());
        for (int i = 0; i < conditions.size(); i++) {
            String path = "conditions[" + i + "]";
            if (!seen.add(conditions.get(i))) {
                faults.addUnlessFaulty(path, "is there twice", path);
            }
            if (!unknown.isEmpty()) {
                faults.addUnlessFaulty(
                        path,
                        "is a share, and the electorate does not say how many partners and salaried GPs there are in "
                                + unknown,
                        path,
                        "electorate");
            }
        }
    }

    private List<String> regionsOfUnknownSize() {
        return definition.regions().stream()
                .map(Region::id)
                .filter(region -> List.of(EmploymentType.PARTNER, EmploymentType.SALARIED).stream()
                        .anyMatch(type ->
                                definition.electorate().headcount(region, type).isEmpty()))
                .toList();
    }
}
