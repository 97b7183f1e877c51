package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignDefinition;

class ChangesTest {

    private final CampaignDefinition before = Samples.definition(Samples.VALID);

    @Test
    void nothingChangesInTheSameDefinition() {
        assertThat(Changes.between(before, Samples.definition(Samples.VALID + "# a comment\n")))
                .isEmpty();
    }

    @Test
    void eachValueIsToldWithWhatItWas() {
        assertThat(after("title: Sample", "title: Other")).containsExactly(new Change("title", "Sample", "Other"));
        assertThat(after("salaried: practice-decides", "salaried: open"))
                .containsExactly(new Change("actions[work-to-rule].openTo.salaried", "practice-decides", "open"));
        assertThat(after("count: 20", "count: 25"))
                .containsExactly(new Change("thresholds[first].atLeast.count", "20", "25"));
        assertThat(after("regions: [north-west]", "regions: [north-west, wales]"))
                .containsExactly(new Change("actions[resign].regions", "north-west", "north-west, wales"));
    }

    @Test
    void whatIsAddedWasNothingAndWhatIsRemovedBecomesNothing() {
        assertThat(after("  - {share: 0.6, scope: region}\n", ""))
                .containsExactly(new Change("conditions[0.6 region]", "offered", null));
        assertThat(after("eraseAfterDays: 90", "eraseAfterDays: 90\npublishAt: 2027-01-01"))
                .containsExactly(new Change("publishAt", null, "2027-01-01"));
    }

    @Test
    void anElectorateChangesCellByCell() {
        CampaignDefinition after = withElectorate(
                Samples.ELECTORATE.replace("2600", "2650").replace("wales,Wales,1450,500,", "wales,Wales,1450,500,70"));

        assertThat(Changes.between(before, after))
                .containsExactly(
                        new Change("electorate[north-west].partner", "2600", "2650"),
                        new Change("electorate[wales].locum", null, "70"));
    }

    @Test
    void whereAnElectorateComesFromAndItsDateAreValuesToo() {
        assertThat(after("source: somewhere, asOf: 2023-03-31", "source: elsewhere, asOf: 2026-03-31"))
                .containsExactly(
                        new Change("electorate.source", "somewhere", "elsewhere"),
                        new Change("electorate.asOf", "2023-03-31", "2026-03-31"));
    }

    @Test
    void anotherOrderIsAChangeToo() {
        String first = "  - {share: 0.6, scope: region}\n";
        String second = "  - {share: 0.4, scope: everywhere}\n";
        CampaignDefinition after = Samples.definition(Samples.VALID.replace(first + second, second + first));

        assertThat(after.conditions()).isNotEqualTo(before.conditions());
        assertThat(Changes.between(before, after)).extracting(Change::path).containsExactly("order of lists");
    }

    private List<Change> after(String was, String is) {
        assertThat(Samples.VALID).contains(was);
        return Changes.between(before, Samples.definition(Samples.VALID.replace(was, is)));
    }

    private static CampaignDefinition withElectorate(String electorate) {
        return switch (CampaignReader.read(Samples.VALID, file -> Optional.of(electorate))) {
            case CampaignReading.Read read -> read.definition();
            case CampaignReading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }
}
