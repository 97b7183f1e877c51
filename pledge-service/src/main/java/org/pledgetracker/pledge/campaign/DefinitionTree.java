package org.pledgetracker.pledge.campaign;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignDefinition.ConsentText;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Threshold;

/** A definition as the fields, sets of fields and lists that its text is made of. What is not said is left out. */
final class DefinitionTree {

    private DefinitionTree() {}

    static Map<String, Object> of(CampaignDefinition definition) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", definition.title());
        tree.put("summary", definition.summary());
        tree.put("state", definition.state().wireName());
        tree.put("approvedBy", definition.approvedBy());
        tree.put("opensAt", Times.text(definition.opensAt()));
        tree.put("closesAt", Times.text(definition.closesAt()));
        tree.put("eraseAfterDays", definition.eraseAfterDays());
        tree.put("publishAt", time(definition.publishAt()));
        tree.put("publishOnReaching", definition.publishOnReaching());
        tree.put("consent", consent(definition.consent()));
        tree.put(
                "regions",
                definition.regions().stream().map(DefinitionTree::region).toList());
        tree.put("electorate", electorate(definition));
        tree.put(
                "conditions",
                definition.conditions().stream().map(DefinitionTree::condition).toList());
        tree.put(
                "actions",
                definition.actions().stream().map(DefinitionTree::action).toList());
        tree.put(
                "thresholds",
                definition.thresholds().stream().map(DefinitionTree::threshold).toList());
        return said(tree);
    }

    private static Map<String, Object> consent(ConsentText consent) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("version", consent.version());
        tree.put("text", consent.text());
        tree.put("answerBy", time(consent.answerBy()));
        return said(tree);
    }

    private static Map<String, Object> region(Region region) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", region.id());
        tree.put("name", region.name());
        return said(tree);
    }

    private static Map<String, Object> electorate(CampaignDefinition definition) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("source", definition.electorate().source());
        tree.put("asOf", definition.electorate().asOf().toString());
        tree.put("table", ElectorateTable.of(definition));
        return said(tree);
    }

    private static Map<String, Object> condition(OnlyIf onlyIf) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("share", onlyIf.share().fraction());
        tree.put("scope", onlyIf.scope().wireName());
        return said(tree);
    }

    private static Map<String, Object> action(Action action) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", action.id());
        tree.put("name", action.name());
        tree.put("description", action.description());
        tree.put("drawbacks", action.drawbacks().isEmpty() ? null : action.drawbacks());
        tree.put("kind", action.kind().wireName());
        tree.put(
                "openTo",
                Stream.of(EmploymentType.values())
                        .filter(type -> action.openTo().containsKey(type))
                        .collect(Collectors.toMap(
                                EmploymentType::wireName,
                                type -> Objects.requireNonNull(action.openTo().get(type))
                                        .wireName(),
                                (one, other) -> one,
                                LinkedHashMap::new)));
        tree.put("regions", action.regions().isEmpty() ? null : action.regions());
        return said(tree);
    }

    private static Map<String, Object> threshold(Threshold threshold) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", threshold.id());
        tree.put("title", threshold.title());
        tree.put("action", threshold.action());
        tree.put("region", threshold.region());
        tree.put(
                "employmentType",
                threshold.employmentType() == null
                        ? null
                        : threshold.employmentType().wireName());
        tree.put("atLeast", level(threshold.atLeast()));
        tree.put("of", threshold.of().wireName());
        tree.put("lostBelow", threshold.lostBelow() == null ? null : level(threshold.lostBelow()));
        tree.put("lostAfter", threshold.lostAfter().toString());
        return said(tree);
    }

    private static Map<String, Object> level(AtLeast level) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("count", level.count());
        tree.put("share", level.share() == null ? null : level.share().fraction());
        return said(tree);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Times.text(time);
    }

    private static Map<String, Object> said(Map<String, @Nullable Object> tree) {
        Map<String, Object> said = new LinkedHashMap<>();
        tree.forEach((field, value) -> {
            if (value != null && !List.of().equals(value)) {
                said.put(field, value);
            }
        });
        return said;
    }
}
