package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;

class DefinitionTextTest {

    private static final Path CAMPAIGNS = Path.of("..", "campaigns");
    private static final Instant NOW = Instant.parse("2026-11-27T19:30:15.123Z");

    @Test
    void theDefaultCampaignReadsBackTheSameFromOneText() throws IOException {
        CampaignReading file = CampaignReader.read(
                Files.readString(CAMPAIGNS.resolve("gp-action-2026.yaml")), DefinitionTextTest::besideIt);
        assertThat(file).isInstanceOf(CampaignReading.Read.class);
        CampaignDefinition definition = ((CampaignReading.Read) file).definition();

        assertThat(read(DefinitionText.of(definition))).isEqualTo(definition);
    }

    @Test
    void whatMayBeLeftOutReadsBackTheSameWhereItIsSaid() {
        CampaignDefinition definition = Samples.definition(
                Samples.withThreshold("{id: all, title: All, action: work-to-rule, employmentType: partner,"
                                + " atLeast: {share: 0.25}, lostBelow: {share: 0.2}, lostAfter: PT1H, of: in-force}")
                        .replace(
                                "eraseAfterDays: 90",
                                "eraseAfterDays: 90\npublishAt: 2026-12-24T08:15:00Z\npublishOnReaching: first")
                        .replace("text: I agree", "text: I agree, answerBy: 2027-01-01"));

        assertThat(read(DefinitionText.of(definition))).isEqualTo(definition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "null",
                "~",
                "1.10",
                "0x1F",
                "2026-09-01",
                "1_000",
                "12:30",
                "#not a comment",
                "a: b",
                "- item",
                "'quoted'",
                "\"double\"",
                "back\\slash",
                "two\nlines",
                "two\n\n  indented\n\nparagraphs",
                "2 lines\nthat begin\n- oddly",
                "tab\there",
                "{}",
                "[]",
                "*alias",
                "&anchor",
                "!tag",
                "%directive",
                "@at",
                "`tick`",
                "é – ’ 🩺",
                "trailing colon:",
                "? question",
                "| pipe",
                "> greater",
                "=",
                "<<",
                ".inf",
                "1e3",
                "+1",
                "line\u2028separator",
                "line  \nends in blanks"
            })
    void anyTextReadsBackTheSame(String text) {
        CampaignDefinition definition = Samples.definition(Samples.VALID.replace("title: Sample", "title: TITLE"));
        CampaignDefinition odd = withTitle(definition, text);

        assertThat(read(DefinitionText.of(odd)).title()).isEqualTo(text);
        assertThat(read(DefinitionText.of(odd))).isEqualTo(odd);
    }

    @Test
    void datesStandAsOrganisersWriteThem() {
        assertThat(DefinitionText.of(Samples.definition(Samples.VALID)))
                .contains("opensAt: 2026-09-01\n", "closesAt: 2027-03-31\n", "asOf: 2023-03-31\n");
    }

    @Test
    void aYearOfFiveDigitsReadsBackTheSame() {
        CampaignDefinition definition = Samples.definition(
                Samples.VALID.replace("closesAt: 2027-03-31", "closesAt: \"+12000-01-01T00:00:00Z\""));

        assertThat(read(DefinitionText.of(definition))).isEqualTo(definition);
    }

    @Test
    void theDigestIsTheOneThatReadingGives() {
        CampaignDefinition definition = Samples.definition(Samples.VALID);
        CampaignReading reading = CampaignReader.read(DefinitionText.of(definition), file -> Optional.empty());

        assertThat(((CampaignReading.Read) reading).digest()).isEqualTo(DefinitionText.digest(definition));
    }

    @Test
    void openingRecordsWhoApprovedAndClosingAndPublishingKeepIt() {
        CampaignDefinition draft = Samples.definition(
                Samples.VALID.replace("state: open", "state: draft").replace("approvedBy: Committee\n", ""));

        CampaignDefinition opened = read(DefinitionText.opened(draft, "General Practitioners Committee"));
        CampaignDefinition published = read(DefinitionText.published(opened, NOW));
        CampaignDefinition closed = read(DefinitionText.closed(published));

        assertThat(opened.state()).isEqualTo(CampaignState.OPEN);
        assertThat(opened.approvedBy()).isEqualTo("General Practitioners Committee");
        assertThat(published.publishAt()).isEqualTo("2026-11-27T19:30:15Z");
        assertThat(closed.state()).isEqualTo(CampaignState.CLOSED);
        assertThat(closed.approvedBy()).isEqualTo("General Practitioners Committee");
        assertThat(closed.actions()).isEqualTo(draft.actions());
    }

    @Test
    void nobodyHasApprovedACopyAndNobodyHasToAnswerAgain() {
        CampaignDefinition earlier = Samples.definition(Samples.VALID
                .replace("text: I agree", "text: I agree, answerBy: 2027-01-01")
                .replace("state: open", "state: closed\npublishAt: 2026-12-01"));

        CampaignDefinition copy = read(DefinitionText.copied(earlier));

        assertThat(copy.state()).isEqualTo(CampaignState.DRAFT);
        assertThat(copy.approvedBy()).isNull();
        assertThat(copy.publishAt()).isNull();
        assertThat(copy.consent().answerBy()).isNull();
        assertThat(copy.consent().text()).isEqualTo(earlier.consent().text());
        assertThat(copy.thresholds()).isEqualTo(earlier.thresholds());
    }

    @Test
    void anUnknownHeadcountStaysUnknown() {
        CampaignDefinition definition = Samples.definition(Samples.VALID);

        assertThat(DefinitionText.electorate(definition)).isEqualTo(Samples.ELECTORATE);
    }

    @Test
    void aRegionHasItsRowWhateverItIsCalledAndWhereNothingIsKnownOfIt() {
        CampaignDefinition definition = Samples.definition(Samples.VALID
                .replace("name: Wales}", "name: \"Wales, all\"}\n  - {id: scotland, name: Scotland}")
                .replaceAll("(?s)conditions:.*actions:", "actions:"));

        assertThat(DefinitionText.electorate(definition))
                .isEqualTo(
                        Samples.ELECTORATE.replace("wales,Wales,", "wales,\"Wales, all\",") + "scotland,Scotland,,,\n");
        assertThat(read(DefinitionText.of(definition))).isEqualTo(definition);
    }

    @Test
    void rowsStandInTheOrderThatTheElectorateHas() {
        String reversed = "region,name,partner,salaried,locum\nwales,Wales,900,90,9\nnorth-west,North West,800,80,8\n";
        CampaignReading reading = CampaignReader.read(Samples.VALID, file -> Optional.of(reversed));
        CampaignDefinition definition = ((CampaignReading.Read) reading).definition();

        assertThat(DefinitionText.electorate(definition)).isEqualTo(reversed);
        assertThat(read(DefinitionText.of(definition))).isEqualTo(definition);
    }

    private static CampaignDefinition withTitle(CampaignDefinition d, String title) {
        return new CampaignDefinition(
                title,
                title,
                d.state(),
                d.approvedBy(),
                d.opensAt(),
                d.closesAt(),
                d.eraseAfterDays(),
                new CampaignDefinition.ConsentText("1.0", title),
                d.regions(),
                d.actions(),
                d.electorate(),
                d.conditions(),
                d.thresholds(),
                d.publishAt(),
                d.publishOnReaching());
    }

    private static CampaignDefinition read(String text) {
        return switch (CampaignReader.read(text, file -> Optional.empty())) {
            case CampaignReading.Read read -> read.definition();
            case CampaignReading.Faulty faulty -> throw new AssertionError(faulty.faults() + "\n" + text);
        };
    }

    private static Optional<String> besideIt(String file) {
        try {
            return Optional.of(Files.readString(CAMPAIGNS.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
