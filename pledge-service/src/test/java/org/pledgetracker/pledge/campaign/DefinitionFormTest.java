package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.Electorate.Headcount;
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
                Set.of("conditions[0]", "thresholds[0]", "conditions[7]", "consent"));

        assertThat(after.conditions())
                .extracting(condition -> condition.share().percent())
                .containsExactly("40", "90");
        assertThat(after.thresholds()).isEmpty();
        assertThat(after.consent()).isEqualTo(definition.consent());
    }

    @Test
    void aRegionComesWithItsHeadcountsAndGoesWithThem() {
        CampaignDefinition after = after(
                Map.of(
                        "regions[0].name", "The North, and West",
                        "regions[0].headcounts.locum", "70",
                        "regions[2].id", "scotland",
                        "regions[2].name", "Scotland",
                        "regions[2].headcounts.partner", "3000",
                        "regions[2].headcounts.salaried", "1200",
                        "actions[1].regions", "north-west",
                        "electorate.source", "elsewhere",
                        "electorate.asOf", "2026-03-31"),
                Set.of("regions[1]"));

        assertThat(after.regions())
                .containsExactly(new Region("north-west", "The North, and West"), new Region("scotland", "Scotland"));
        assertThat(after.electorate())
                .isEqualTo(new Electorate(
                        "elsewhere",
                        LocalDate.of(2026, 3, 31),
                        List.of(
                                new Headcount("north-west", EmploymentType.PARTNER, 2600),
                                new Headcount("north-west", EmploymentType.SALARIED, 1550),
                                new Headcount("north-west", EmploymentType.LOCUM, 70),
                                new Headcount("scotland", EmploymentType.PARTNER, 3000),
                                new Headcount("scotland", EmploymentType.SALARIED, 1200))));
    }

    @Test
    void withoutAnyHeadcountTheElectorateIsUnknown() {
        CampaignDefinition after = after(
                Map.of(
                        "regions[0].headcounts.partner", "",
                        "regions[0].headcounts.salaried", "",
                        "regions[1].headcounts.partner", "",
                        "regions[1].headcounts.salaried", " "),
                Set.of("conditions[0]", "conditions[1]"));

        assertThat(after.electorate().headcounts()).isEmpty();
    }

    @Test
    void aRegionThatIsLeftOutIsMissedWhereItIsNamed() {
        assertThat(faulty(Map.of(), Set.of("regions[1]"))).containsExactly("actions[1].regions[1]");
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
                        .filter(path -> !path.matches(
                                "state|approvedBy|electorate\\.table|(regions|actions|thresholds).*\\.id"))
                        .toList())
                .contains("conditions[2].share", "actions[2].id", "thresholds[2].id", "regions[2].id")
                .contains("regions[0].headcounts.locum", "regions[2].headcounts.partner");
    }

    @Test
    void whatIsFaultyIsToldAtTheFieldsPath() {
        assertThat(faulty(Map.of(
                        "eraseAfterDays", "many",
                        "conditions[2].scope", "region",
                        "regions[0].headcounts.partner", "2,400",
                        "regions[1].headcounts.locum", "-1",
                        "electorate.asOf", "lately")))
                .containsExactlyInAnyOrder(
                        "eraseAfterDays",
                        "conditions[2].share",
                        "regions[0].headcounts.partner",
                        "regions[1].headcounts.locum",
                        "electorate.asOf");
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
        return faulty(answers, Set.of());
    }

    private List<String> faulty(Map<String, String> answers, Set<String> removed) {
        String text = new DefinitionForm(definition).text(answers, removed);
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
