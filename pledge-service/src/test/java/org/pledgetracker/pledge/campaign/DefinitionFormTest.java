package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Threshold;

class DefinitionFormTest {

    private final CampaignDefinition definition = Samples.definition(
            Samples.VALID.replace("eraseAfterDays: 90", "eraseAfterDays: 90\npublishAt: 2026-12-24T08:15:00Z"));

    @Test
    void aFormThatIsSentBackAsItIsChangesNothing() {
        Map<String, String> answers = new LinkedHashMap<>();
        new DefinitionForm(definition)
                .groups(Map.of())
                .forEach(group -> group.fields().forEach(field -> answers.put(field.path(), field.value())));

        assertThat(answers).containsEntry("eraseAfterDays", "90").containsEntry("actions[1].regions", "north-west");
        assertThat(after(answers, Set.of())).isEqualTo(definition);
    }

    @Test
    void anAnswerTakesThePlaceOfWhatItAsksFor() {
        CampaignDefinition after = after(
                Map.of(
                        "title", " Other ",
                        "eraseAfterDays", "30",
                        "publishAt", "",
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
    void whatIsNotAskedForCannotBeChanged() {
        assertThat(after(Map.of("state", "closed", "approvedBy", "Me", "nonsense[", "x"), Set.of()))
                .isEqualTo(definition);
    }

    @Test
    void whatIsFaultyIsToldAtTheFieldsPath() {
        String text = new DefinitionForm(definition)
                .text(Map.of("eraseAfterDays", "many", "conditions[2].scope", "region"), Set.of());

        assertThat(((CampaignReading.Faulty) CampaignReader.read(text, file -> Optional.empty())).faults())
                .extracting(Fault::path)
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

    private CampaignDefinition after(Map<String, String> answers, Set<String> removed) {
        String text = new DefinitionForm(definition).text(answers, removed);
        return switch (CampaignReader.read(text, file -> Optional.empty())) {
            case CampaignReading.Read read -> read.definition();
            case CampaignReading.Faulty faulty -> throw new AssertionError(faulty.faults() + "\n" + text);
        };
    }
}
