package org.pledgetracker.pledge.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.EmploymentType;

/** What a definition has to keep of the one that was published before it. */
public final class ChangeRules {

    private final CampaignDefinition before;
    private final CampaignDefinition after;
    private final Faults faults = new Faults();

    private ChangeRules(CampaignDefinition before, CampaignDefinition after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Everything that the change breaks; empty if it may be published.
     *
     * @param consents every text that GPs were ever asked to agree to, by its version
     */
    public static List<Fault> check(
            CampaignDefinition before, CampaignDefinition after, Map<String, String> consents, Instant now) {
        ChangeRules rules = new ChangeRules(before, after);
        rules.checkState(now);
        if (before.state() != CampaignState.DRAFT) {
            rules.checkRegions();
            rules.checkTypes();
            before.actions().forEach(rules::checkAction);
            rules.checkErasure();
            new ConsentRules(before, after, consents, rules.faults).check(now);
        }
        return rules.faults.found();
    }

    private void checkState(Instant now) {
        if (after.state().compareTo(before.state()) < 0) {
            faults.add(
                    "state",
                    "cannot go back from %s to %s"
                            .formatted(before.state().wireName(), after.state().wireName()));
        } else if (after.stateAt(now).compareTo(before.stateAt(now)) < 0) {
            String date = before.stateAt(now) == CampaignState.CLOSED ? "closesAt" : "opensAt";
            faults.add(
                    date,
                    "would bring the campaign back from %s to %s"
                            .formatted(
                                    before.stateAt(now).wireName(),
                                    after.stateAt(now).wireName()));
        }
    }

    private void checkRegions() {
        before.regions().stream()
                .filter(region -> after.region(region.id()).isEmpty())
                .forEach(region ->
                        faults.add("regions", "'" + region.id() + "' cannot be removed once the campaign is open"));
    }

    private void checkTypes() {
        Stream.of(EmploymentType.values())
                .filter(type -> mayPledge(before, type) && !mayPledge(after, type))
                .forEach(type -> faults.add(
                        "actions",
                        "employment type '" + type.wireName() + "' cannot be removed once the campaign is open"));
    }

    private static boolean mayPledge(CampaignDefinition definition, EmploymentType type) {
        return definition.actions().stream()
                .anyMatch(
                        action -> definition.regions().stream().anyMatch(region -> action.isOpenTo(type, region.id())));
    }

    private void checkAction(Action old) {
        for (int i = 0; i < after.actions().size(); i++) {
            Action kept = after.actions().get(i);
            if (kept.id().equals(old.id())) {
                checkMeaning("actions[" + i + "]", old, kept);
                return;
            }
        }
        faults.add("actions", "'" + old.id() + "' cannot be removed once the campaign is open");
    }

    private void checkMeaning(String path, Action old, Action kept) {
        String advice = " cannot change once the campaign is open: make a new action";
        if (!kept.name().equals(old.name())) {
            faults.add(path + ".name", "the name of '" + old.id() + "'" + advice);
        }
        if (!kept.description().equals(old.description())) {
            faults.add(path + ".description", "the description of '" + old.id() + "'" + advice);
        }
        if (kept.kind() != old.kind()) {
            faults.add(path + ".kind", "the kind of '" + old.id() + "'" + advice);
        }
    }

    private void checkErasure() {
        if (after.eraseAfterDays() > before.eraseAfterDays()) {
            faults.add(
                    "eraseAfterDays", "cannot become longer: GPs were told %d days".formatted(before.eraseAfterDays()));
        }
    }
}
