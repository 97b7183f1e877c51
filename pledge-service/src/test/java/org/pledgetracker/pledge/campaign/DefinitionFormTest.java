package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Threshold;

class DefinitionFormTest {

    private final CampaignDefinition definition = Samples.definition(Samples.VALID
            .replace("eraseAfterDays: 90", "eraseAfterDays: 90\npublishAt: 2026-12-24T08:15:00Z")
            .replace("regions: [north-west]", "regions: [north-west, wales]"));

    @Test
    void aFormThatIsSentBackAsItIsChangesNothing() {
        Map<String, String> answers = new LinkedHashMap<>();
        new DefinitionForm(definition)
                .groups(Map.of())
                .forEach(group -> group.fields().forEach(field -> answers.put(field.path(), chosen(field))));

        assertThat(answers)
                .containsEntry("eraseAfterDays", "90")
                .containsEntry("actions[1].regions", "north-west, wales");
        assertThat(after(answers, Set.of())).isEqualTo(definition);
    }

    @Test
    void anAnswerTakesThePlaceOfWhatItAsksFor() {
        CampaignDefinition after = after(
                Map.of(
                        "title", " Other ",
                        "eraseAfterDays", "30",
                        "publishAt", " ",
                        "actions[0].openTo.locum", "open",
                        "actions[1].regions", "wales, north-west",
                        "thresholds[0].atLeast.count", "",
                        "thresholds[0].atLeast.share", "0.25"),
                Set.of());

        assertThat(after.title()).isEqualTo("Other");
        assertThat(after.eraseAfterDays()).isEqualTo(30);
        assertThat(after.publishAt()).isNull();
        assertThat(after.actions().get(0).openTo()).containsEntry(EmploymentType.LOCUM, Openness.OPEN);
        assertThat(after.actions().get(1).regions()).containsExactly("wales", "north-west");
        assertThat(after.thresholds())
                .extracting(Threshold::atLeast)
                .containsExactly(AtLeast.share(Shares.parse("0.25")));
    }

    @Test
    void whatIsFilledInAtTheEndOfAListIsAddedAndWhatIsRemovedGoes() {
        CampaignDefinition after = after(
                Map.of("conditions[2].share", "0.9", "conditions[2].scope", "region"),
                Set.of("conditions[0]", "thresholds[0]", "conditions[7]", "regions[0]"));

        assertThat(after.conditions())
                .extracting(condition -> condition.share().percent())
                .containsExactly("40", "90");
        assertThat(after.thresholds()).isEmpty();
        assertThat(after.regions()).extracting(Region::id).containsExactly("north-west", "wales");
    }

    @Test
    void anItemThatIsEmptiedIsFaultyAndNotTakenForRemoved() {
        assertThat(faulty(Map.of("conditions[0].share", "", "conditions[0].scope", " ")))
                .containsExactlyInAnyOrder("conditions[0].share", "conditions[0].scope");
    }

    @Test
    void whatIsNotAskedForCannotBeChanged() {
        assertThat(after(
                        Map.of("state", "closed", "approvedBy", "Me", "actions[0].id", "other", "nonsense[", "x"),
                        Set.of()))
                .isEqualTo(definition);
    }

    @Test
    void everyValueIsAskedForButThoseThatStay() {
        CampaignDefinition full = Samples.definition(
                Samples.withThreshold("{id: all, title: All, action: work-to-rule, employmentType: partner,"
                                + " atLeast: {share: 0.25}, lostBelow: {share: 0.2}, lostAfter: PT1H, of: in-force}")
                        .replace("eraseAfterDays: 90", "eraseAfterDays: 90\npublishAt: 2026-12-24T08:15:00Z")
                        .replace("text: I agree", "text: I agree, answerBy: 2027-01-01")
                        .replace("kind: resignation", "kind: resignation\n    drawbacks: It is undated"));

        assertThat(new DefinitionForm(full)
                        .groups(Map.of()).stream()
                                .flatMap(group -> group.fields().stream())
                                .map(FormField::path))
                .containsAll(paths("", DefinitionTree.of(full))
                        .filter(path ->
                                !path.matches("state|approvedBy|(regions|electorate|(actions|thresholds).*\\.id).*"))
                        .toList())
                .contains("conditions[2].share", "actions[2].id", "thresholds[2].id");
    }

    @Test
    void whatIsFaultyIsToldAtTheFieldsPath() {
        assertThat(faulty(Map.of("eraseAfterDays", "many", "conditions[2].scope", "region")))
                .containsExactlyInAnyOrder("eraseAfterDays", "conditions[2].share");
    }

    @Test
    void anAnswerIsShownInsteadOfWhatStands() {
        List<FormField> fields = new DefinitionForm(definition)
                .groups(Map.of("title", "Other"))
                .getFirst()
                .fields();

        assertThat(fields.get(0).value()).isEqualTo("Other");
        assertThat(fields.get(1).value()).isEqualTo("A sample");
    }

    /** What a browser sends: of choices only one of them. */
    private static String chosen(FormField field) {
        if (!field.choices().isEmpty()) {
            assertThat(field.choices()).as(field.path()).contains(field.value());
        }
        return field.value();
    }

    private static Stream<String> paths(String path, Object value) {
        return switch (value) {
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .flatMap(field -> paths(
                                (path.isEmpty() ? "" : path + ".") + field.getKey(),
                                Objects.requireNonNull(field.getValue())));
            case List<?> items
            when items.getFirst() instanceof Map<?, ?> ->
                IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(i -> paths(path + "[" + i + "]", Objects.requireNonNull(items.get(i))));
            default -> Stream.of(path);
        };
    }

    private List<String> faulty(Map<String, String> answers) {
        String text = new DefinitionForm(definition).text(answers, Set.of());
        return ((CampaignReading.Faulty) CampaignReader.read(text, file -> Optional.empty()))
                .faults().stream().map(Fault::path).toList();
    }

    private CampaignDefinition after(Map<String, String> answers, Set<String> removed) {
        String text = new DefinitionForm(definition).text(answers, removed);
        return switch (CampaignReader.read(text, file -> Optional.empty())) {
            case CampaignReading.Read read -> read.definition();
            case CampaignReading.Faulty faulty -> throw new AssertionError(faulty.faults() + "\n" + text);
        };
    }
}
