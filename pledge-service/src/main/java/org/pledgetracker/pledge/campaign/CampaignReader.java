package org.pledgetracker.pledge.campaign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.ActionKind;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a campaign definition from YAML: all of it, or all that is wrong with it. */
public final class CampaignReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Faults faults = new Faults();
    private final Function<String, Optional<String>> electorates;
    private String electorateText = "";

    private CampaignReader(Function<String, Optional<String>> electorates) {
        this.electorates = electorates;
    }

    /**
     * Reads a definition.
     *
     * @param electorates the text of the CSV file with that name, if there is one
     */
    public static CampaignReading read(String yaml, Function<String, Optional<String>> electorates) {
        CampaignReader reader = new CampaignReader(electorates);
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            return new CampaignReading.Faulty(List.of(new Fault("", "is not readable YAML: " + whatAndWhere(e))));
        }
        CampaignDefinition definition = reader.definition(new Place("", root, reader.faults));
        DefinitionRules.check(definition, reader.faults);
        List<Fault> faults = reader.faults.found();
        return faults.isEmpty()
                ? new CampaignReading.Read(definition, Digests.of(yaml, reader.electorateText))
                : new CampaignReading.Faulty(faults);
    }

    private static String whatAndWhere(JacksonException e) {
        String what = e.getOriginalMessage().replaceAll("\\s+", " ");
        return e.getLocation() == null
                ? what
                : what + " (line " + e.getLocation().getLineNr() + ")";
    }

    private CampaignDefinition definition(Place root) {
        root.expectOnly(
                "title",
                "summary",
                "state",
                "approvedBy",
                "opensAt",
                "closesAt",
                "eraseAfterDays",
                "publishAt",
                "publishOnReaching",
                "consent",
                "regions",
                "electorate",
                "conditions",
                "actions",
                "thresholds");
        Place consent = root.at("consent");
        consent.expectOnly("version", "text", "answerBy");
        List<Place> regions = root.at("regions").someItems();
        return new CampaignDefinition(
                root.at("title").text(),
                root.at("summary").text(),
                root.at("state").parsed(CampaignState::of, CampaignState.DRAFT),
                approvedBy(root),
                root.at("opensAt").parsed(Times::instant, Times.UNREAD),
                root.at("closesAt").parsed(Times::instant, Times.UNREAD),
                root.at("eraseAfterDays").wholeNumber(),
                new CampaignDefinition.ConsentText(
                        consent.at("version").text(),
                        consent.at("text").text(),
                        consent.at("answerBy").optional(Times::instant)),
                regions.stream().map(CampaignReader::region).toList(),
                actions(root.at("actions")),
                new ElectorateReader(faults).read(root.at("electorate"), regions, this::electorate),
                conditions(root.at("conditions")),
                new ThresholdReader().read(root.at("thresholds")),
                root.at("publishAt").optional(Times::instant),
                root.at("publishOnReaching").optional(id -> id));
    }

    private static @Nullable String approvedBy(Place root) {
        return root.at("approvedBy").optional(text -> text);
    }

    private Optional<String> electorate(String file) {
        Optional<String> text = electorates.apply(file);
        text.ifPresent(found -> electorateText = found);
        return text;
    }

    private static Region region(Place place) {
        place.expectOnly("id", "name", "headcounts");
        return new Region(place.at("id").id(), place.at("name").text());
    }

    private static List<OnlyIf> conditions(Place conditions) {
        return conditions.items().stream().map(CampaignReader::condition).toList();
    }

    private static OnlyIf condition(Place place) {
        place.expectOnly("share", "scope");
        return new OnlyIf(
                place.at("share").parsed(Shares::parse, Shares.UNREAD),
                place.at("scope").parsed(Scope::of, Scope.REGION));
    }

    private static List<Action> actions(Place actions) {
        return actions.someItems().stream().map(CampaignReader::action).toList();
    }

    private static Action action(Place place) {
        place.expectOnly("id", "name", "description", "drawbacks", "kind", "openTo", "regions");
        return new Action(
                place.at("id").id(),
                place.at("name").text(),
                place.at("description").text(),
                place.at("drawbacks").optionalText(),
                place.at("kind").parsed(ActionKind::of, ActionKind.CAMPAIGN),
                OpenToReader.read(place.at("openTo")),
                place.at("regions").items().stream().map(Place::id).toList());
    }
}
