package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.Threshold;

class CampaignReaderTest {

    private static final Path CAMPAIGNS = Path.of("..", "campaigns");
    private static final String WITH_HEADCOUNTS = Samples.VALID
            .replace("file: electorate.csv, ", "")
            .replace("name: North West}", "name: North West, headcounts: {partner: 2600, salaried: 1550}}")
            .replace("name: Wales}", "name: Wales, headcounts: {partner: 1450, salaried: 500}}");

    @Test
    void readsTheDefaultCampaign() throws IOException {
        CampaignDefinition read = read(text("gp-action-2026.yaml"));

        assertThat(read.actions()).hasSize(12);
        assertThat(read.regions()).hasSize(10);
        assertThat(read.thresholds()).hasSizeGreaterThan(5);
        assertThat(read.opensAt()).as("midnight in London, in summer").hasToString("2026-08-31T23:00:00Z");
        assertThat(read.electorate().headcounts()).hasSize(20);
    }

    @Test
    void readsALevelAsAShareOrACount() {
        List<Threshold> thresholds = read(Samples.VALID).thresholds();

        assertThat(thresholds).extracting(Threshold::atLeast).contains(AtLeast.count(20));
    }

    @Test
    void aThresholdCountsWhatIsInForceUnlessItSaysOtherwise() {
        String silent = "{id: silent, title: Silent, action: work-to-rule, region: north-west, atLeast: {count: 90}}";

        assertThat(read(Samples.withThreshold(silent)).thresholds())
                .extracting(Threshold::of)
                .containsExactly(CountedBasis.PLEDGED, CountedBasis.IN_FORCE);
    }

    @Test
    void theSameTextHasTheSameDigestAndAnotherElectorateHasAnother() {
        String digest = digest(Samples.VALID, Samples.ELECTORATE);

        assertThat(digest(Samples.VALID, Samples.ELECTORATE)).isEqualTo(digest);
        assertThat(digest(Samples.VALID, Samples.ELECTORATE.replace("2600", "2650")))
                .isNotEqualTo(digest);
        assertThat(digest(Samples.VALID + "# later\n", Samples.ELECTORATE)).isNotEqualTo(digest);
    }

    @Test
    void theElectorateMayStandInTheDefinitionItself() {
        CampaignDefinition own = read(withOwnTable(Samples.ELECTORATE));

        assertThat(own).isEqualTo(Samples.definition(Samples.VALID));
    }

    @Test
    void aFaultyTableOfItsOwnIsToldByItsLine() {
        assertThat(faults(withOwnTable(Samples.ELECTORATE.replace("1450", "many"))))
                .extracting(Fault::toString)
                .containsExactly("electorate.table: line 3: 'many' is not a headcount");
    }

    @Test
    void theElectorateStandsInOnePlaceOnly() {
        assertThat(faults(withOwnTable(Samples.ELECTORATE)
                        .replace("source: somewhere", "source: somewhere\n  file: electorate.csv")))
                .extracting(Fault::toString)
                .containsExactly("electorate.table: is there beside a file: use one of them");
    }

    @Test
    void aTableFromASpreadsheetMayQuoteItsFieldsAndLeaveLinesEmpty() {
        String quoted = Samples.ELECTORATE
                .replaceAll("[^,\n]+", "\"$0\"")
                .replace("Wales", "Wales, all of it")
                .replace("\n", "\r\n\r\n");

        assertThat(((CampaignReading.Read) reading(Samples.VALID, quoted)).definition())
                .isEqualTo(Samples.definition(Samples.VALID));
    }

    @Test
    void aTableThatIsNoneIsRefusedWithWhatIsWrong() {
        assertThat(faults(Samples.VALID, Samples.ELECTORATE.replace("Wales,1450", "\"Wales,1450")))
                .extracting(Fault::reason)
                .singleElement(as(STRING))
                .startsWith("is not valid CSV: ");
        assertThat(faults(Samples.VALID, Samples.ELECTORATE.replace("wales,", "north-west,,")))
                .extracting(Fault::reason)
                .containsExactly("line 3 has 6 fields instead of 5");
        assertThat(faults(Samples.VALID, Samples.ELECTORATE.replace("wales,", "north-west,")))
                .extracting(Fault::reason)
                .contains("line 3: region 'north-west' is there twice");
        assertThat(faults(Samples.VALID, "region,partner\n"))
                .extracting(Fault::reason)
                .contains("line 1 has to be region,name,partner,salaried,locum");
    }

    @Test
    void headcountsMayStandWithTheRegions() {
        assertThat(read(WITH_HEADCOUNTS)).isEqualTo(Samples.definition(Samples.VALID));
    }

    @Test
    void aFaultyHeadcountIsToldByItsPlace() {
        assertThat(faults(WITH_HEADCOUNTS.replace("1450", "many").replace("salaried: 1550", "others: 1")))
                .extracting(Fault::toString)
                .contains(
                        "regions[1].headcounts.partner: 'many' is not a headcount",
                        "regions[0].headcounts.others: is not a known field: use partner, salaried, locum");
    }

    @Test
    void headcountsOfRegionsStandBesideNoTableAndNoFile() {
        assertThat(faults(WITH_HEADCOUNTS.replace("source: somewhere", "source: somewhere, file: electorate.csv")))
                .extracting(Fault::toString)
                .containsExactly("electorate.file: is there beside headcounts of regions: use one of them");
        assertThat(faults(WITH_HEADCOUNTS.replace("source: somewhere", "source: somewhere, table: x")))
                .extracting(Fault::toString)
                .containsExactly("electorate.table: is there beside headcounts of regions: use one of them");
    }

    private static String withOwnTable(String table) {
        return Samples.VALID.replace(
                "electorate: {file: electorate.csv, source: somewhere, asOf: 2023-03-31}\n",
                "electorate:\n  source: somewhere\n  asOf: 2023-03-31\n  table: |\n" + table.indent(4));
    }

    @Test
    void listsEveryFaultOfAFileAtOnce() {
        String yaml = Samples.VALID
                .replace("title: Sample", "titel: Sample")
                .replace("kind: resignation", "kind: strike")
                .replace("closesAt: 2027-03-31", "closesAt: 2026-03-31")
                .replace("region: north-west", "region: north-pole");

        assertThat(faults(yaml).stream().map(Fault::path))
                .containsExactlyInAnyOrder("titel", "title", "actions[1].kind", "closesAt", "thresholds[0].region");
    }

    @Test
    void refusesLevelsThatTellOnAFewGps() {
        assertThat(faults(Samples.VALID.replace("count: 20", "count: 9")))
                .containsExactly(new Fault("thresholds[0].atLeast", "asks for 9 pledges: at least 10 are needed"));
        assertThat(faults(Samples.withThreshold("{id: near, title: Near, action: work-to-rule, region: north-west,"
                        + " atLeast: {count: 24}, of: pledged}")))
                .containsExactly(new Fault(
                        "thresholds[1].atLeast", "is 24 pledges, less than 5 from the level of 'first' (20)"));
        assertThat(faults(Samples.withThreshold("{id: near, title: Near, action: work-to-rule, region: north-west,"
                        + " atLeast: {count: 24}, of: in-force}")))
                .as("another basis is another scope")
                .isEmpty();
    }

    @Test
    void aShareIsHeldAgainstItsElectorateWhenLevelsAreCompared() {
        // 0.01 of 2,600 partners and 1,550 salaried GPs is 42
        assertThat(faults(Samples.withThreshold("{id: a, title: A, action: work-to-rule, region: north-west,"
                        + " atLeast: {share: 0.01}, of: in-force, lostBelow: {count: 38}}")))
                .containsExactly(new Fault(
                        "thresholds[1].lostBelow", "is 38 pledges: it can be at most 37, 5 less than the level"));
    }

    @Test
    void refusesAShareOfAnElectorateThatIsNotKnown() {
        assertThat(faults(Samples.withThreshold(
                                "{id: a, title: A, action: work-to-rule, employmentType: locum, atLeast: {share: 0.5}, of: pledged}")
                        .replace("locum: closed", "locum: open")))
                .containsExactly(new Fault(
                        "thresholds[1].atLeast", "is a share of locums, whose number is not known: use a count"));
        String unknown =
                "is a share, and the electorate does not say how many partners and salaried GPs there are in wales";
        assertThat(faults(
                        Samples.withThreshold(
                                "{id: a, title: A, action: work-to-rule, region: wales, atLeast: {share: 0.5}, of: pledged}"),
                        Samples.ELECTORATE.replace("wales,Wales,1450,500,", "wales,Wales,1450,,")))
                .startsWith(new Fault("conditions[0]", unknown), new Fault("conditions[1]", unknown))
                .extracting(Fault::path)
                .containsExactly("conditions[0]", "conditions[1]", "thresholds[1].atLeast");
    }

    @Test
    void refusesAThresholdOnWhatIsNotThere() {
        assertThat(faults(Samples.withThreshold(
                        "{id: a, title: A, action: dance, region: atlantis, atLeast: {count: 50}, of: pledged}")))
                .extracting(Fault::path)
                .containsExactly("thresholds[1].action", "thresholds[1].region");
        assertThat(faults(Samples.withThreshold(
                        "{id: a, title: A, action: resign, employmentType: locum, atLeast: {count: 50}, of: pledged}")))
                .containsExactly(new Fault("thresholds[1]", "nobody that it counts may pledge to 'resign'"));
    }

    @Test
    void refusesIdsThatAreThereTwice() {
        assertThat(faultPaths(Samples.VALID.replace("id: resign", "id: work-to-rule"), Samples.ELECTORATE))
                .containsExactly("actions[1].id");
    }

    @Test
    void saysWhatYamlMadeOfABoolean() {
        assertThat(faults(Samples.VALID.replace("title: Sample", "title: true")))
                .containsExactly(new Fault("title", "is read as true or false: write it in quotes"));
        assertThat(faults(Samples.VALID.replace("locum: closed", "locum: no")))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.reason()).contains("use open, practice-decides or closed"));
    }

    @Test
    void saysWhereYamlIsBrokenAndRefusesAFieldThatIsThereTwice() {
        assertThat(faults("title: [")).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEmpty();
            assertThat(fault.reason()).startsWith("is not readable YAML");
        });
        assertThat(faults(Samples.VALID + "title: Again\n")).hasSize(1);
        assertThat(faults("")).isNotEmpty();
    }

    @Test
    void anOpenCampaignNeedsSomebodyWhoApprovedItsText() {
        assertThat(faultPaths(Samples.VALID.replace("approvedBy: Committee\n", ""), Samples.ELECTORATE))
                .containsExactly("approvedBy");
        assertThat(faultPaths(
                        Samples.VALID.replace("approvedBy: Committee\n", "").replace("state: open", "state: draft"),
                        Samples.ELECTORATE))
                .isEmpty();
    }

    @Test
    void gpsAreAskedToAnswerWhileTheyStillCan() {
        String asking = Samples.VALID.replace("text: I agree", "text: I agree, answerBy: 2027-03-30");

        assertThat(read(asking).consent().answerBy()).hasToString("2027-03-29T23:00:00Z");
        assertThat(read(Samples.VALID).consent().answerBy()).isNull();
        assertThat(faults(asking.replace("answerBy: 2027-03-30", "answerBy: 2027-03-31")))
                .extracting(Fault::toString)
                .containsExactly("consent.answerBy: has to be before closesAt: afterwards nobody can agree");
        assertThat(faultPaths(asking.replace("answerBy: 2027-03-30", "answerBy: soon"), Samples.ELECTORATE))
                .containsExactly("consent.answerBy");
    }

    @Test
    void figuresMayBePublishedOnReachingAThresholdOfTheCampaign() {
        assertThat(read(Samples.VALID + "publishOnReaching: first\n").publishOnReaching())
                .isEqualTo("first");
        assertThat(faults(Samples.VALID + "publishOnReaching: other\n"))
                .extracting(Fault::toString)
                .containsExactly("publishOnReaching: there is no threshold 'other'");
    }

    @Test
    void refusesAFaultyElectorateByLine() {
        assertThat(faults(Samples.VALID, Samples.ELECTORATE.replace("2600", "many")))
                .extracting(Fault::toString)
                .containsExactly("electorate.file 'electorate.csv': line 2: 'many' is not a headcount");
        assertThat(faults(Samples.VALID.replace("file: electorate.csv", "file: other.csv")))
                .extracting(Fault::path)
                .containsExactly("electorate.file");
    }

    private static CampaignDefinition read(String yaml) {
        return ((CampaignReading.Read)
                        reading(yaml, yaml.contains("GP action") ? fileElectorate() : Samples.ELECTORATE))
                .definition();
    }

    private static String digest(String yaml, String electorate) {
        return ((CampaignReading.Read) reading(yaml, electorate)).digest();
    }

    private static List<Fault> faults(String yaml) {
        return faults(yaml, Samples.ELECTORATE);
    }

    private static List<Fault> faults(String yaml, String electorate) {
        return switch (reading(yaml, electorate)) {
            case CampaignReading.Faulty faulty -> faulty.faults();
            case CampaignReading.Read _ -> List.of();
        };
    }

    private static List<String> faultPaths(String yaml, String electorate) {
        return faults(yaml, electorate).stream().map(Fault::path).toList();
    }

    private static CampaignReading reading(String yaml, String electorate) {
        return CampaignReader.read(
                yaml, file -> file.equals("electorate.csv") ? Optional.of(electorate) : Optional.empty());
    }

    private static String fileElectorate() {
        try {
            return text("electorate.csv");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(CAMPAIGNS.resolve(file));
    }
}
