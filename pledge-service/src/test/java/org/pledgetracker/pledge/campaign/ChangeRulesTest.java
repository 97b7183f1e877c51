package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeRulesTest {

    private static final Map<String, String> ASKED = Map.of("v0", "I agreed at first", "v1", "I agree");
    private static final Instant WHILE_OPEN = Instant.parse("2026-11-02T09:30:00Z");
    private static final Instant BEFORE_OPENING = Instant.parse("2026-08-02T09:30:00Z");
    private static final Instant AFTER_CLOSING = Instant.parse("2027-04-02T09:30:00Z");
    private static final String WITHOUT_RESIGN =
            Samples.VALID.replaceAll("(?s)  - id: resign.*?thresholds", "thresholds");

    @Test
    void anActionMayBeAddedAndATypeOrConditionTakenFromOne() {
        assertThat(check(WITHOUT_RESIGN, Samples.VALID, WHILE_OPEN)).isEmpty();
        assertThat(check(Samples.VALID.replace("salaried: closed", "salaried: open"), Samples.VALID, WHILE_OPEN))
                .isEmpty();
        assertThat(check(Samples.VALID, Samples.VALID.replace("  - {share: 0.6, scope: region}\n", ""), WHILE_OPEN))
                .isEmpty();
    }

    @Test
    void nothingThatGpsPledgedToDisappearsOnceItIsOpen() {
        assertThat(check(Samples.VALID, WITHOUT_RESIGN, WHILE_OPEN))
                .containsExactly("actions: 'resign' cannot be removed once the campaign is open");
        assertThat(check(Samples.VALID, Samples.VALID.replace("id: wales", "id: cymru"), WHILE_OPEN, "cymru,Wales"))
                .containsExactly("regions: 'wales' cannot be removed once the campaign is open");
        assertThat(check(
                        Samples.VALID,
                        Samples.VALID.replace("salaried: practice-decides", "salaried: closed"),
                        WHILE_OPEN))
                .containsExactly("actions: employment type 'salaried' cannot be removed once the campaign is open");
        assertThat(check(draft(Samples.VALID), draft(WITHOUT_RESIGN), WHILE_OPEN))
                .isEmpty();
    }

    @Test
    void anActionKeepsItsMeaningOnceItIsOpen() {
        String changed = Samples.VALID
                .replace("name: Undated resignation", "name: Strike")
                .replace("description: Held until a trigger", "description: At once")
                .replace("kind: resignation", "kind: breach-risk");

        assertThat(check(Samples.VALID, changed, WHILE_OPEN))
                .hasSize(3)
                .allSatisfy(fault -> assertThat(fault).startsWith("actions[1].").contains("make a new action"));
    }

    @Test
    void theStateNeverGoesBackNeitherByWordNorByDate() {
        assertThat(check(Samples.VALID, draft(Samples.VALID), WHILE_OPEN))
                .containsExactly("state: cannot go back from open to draft");
        assertThat(check(Samples.VALID, Samples.VALID.replace("2027-03-31", "2027-06-30"), AFTER_CLOSING))
                .containsExactly("closesAt: would bring the campaign back from closed to open");
        assertThat(check(Samples.VALID, Samples.VALID.replace("2027-03-31", "2027-06-30"), WHILE_OPEN))
                .isEmpty();
    }

    @Test
    void whatGpsWereToldIsKept() {
        assertThat(check(Samples.VALID, Samples.VALID.replace("text: I agree", "text: I agree to more"), WHILE_OPEN))
                .containsExactly("consent.version: has to change with the text");
        assertThat(check(Samples.VALID, Samples.VALID.replace("Days: 90", "Days: 91"), WHILE_OPEN))
                .hasSize(1);
        assertThat(check(Samples.VALID, Samples.VALID.replace("Days: 90", "Days: 30"), WHILE_OPEN))
                .isEmpty();
    }

    @Test
    void anotherConsentTextOnceOpenAsksGpsAgainAndLeavesThemTwoWeeksToAnswer() {
        assertThat(check(Samples.VALID, asking("v2", null), WHILE_OPEN))
                .singleElement()
                .asString()
                .startsWith("consent.answerBy: is missing: say by when GPs have to agree to the new text");
        assertThat(check(Samples.VALID, asking("v2", "2026-11-16T09:29:59Z"), WHILE_OPEN))
                .containsExactly(
                        "consent.answerBy: has to be at least 14 days from now, so that GPs have time to answer");
        assertThat(check(Samples.VALID, asking("v2", "2026-11-16T09:30:00Z"), WHILE_OPEN))
                .isEmpty();
        assertThat(check(draft(Samples.VALID), asking("v2", null), WHILE_OPEN)).isEmpty();
        assertThat(check(Samples.VALID, asking("v2", null), BEFORE_OPENING))
                .as("nobody has agreed to anything yet")
                .isEmpty();
    }

    @Test
    void aVersionThatStoodForAnotherTextCannotComeBackForThisOne() {
        assertThat(check(Samples.VALID, asking("v0", "2026-12-01"), WHILE_OPEN))
                .containsExactly(
                        "consent.version: 'v0' stood for another text before: whoever agreed to that would count as"
                                + " having agreed to this");
        assertThat(check(
                        Samples.VALID,
                        asking("v0", "2026-12-01").replace("I agree to more", "I agreed at first"),
                        WHILE_OPEN))
                .as("the same text again")
                .isEmpty();
    }

    @Test
    void aDeadlineThatPassedIsNoFaultInALaterEditOfSomethingElse() {
        String asked = asking("v2", "2026-11-16T09:30:00Z");

        assertThat(check(asked, asked.replace("title: Sample", "title: Edited"), AFTER_CLOSING))
                .isEmpty();
    }

    @Test
    void aDeadlineOnceSaidIsOnlyEverMovedToALaterDate() {
        String asked = asking("v2", "2026-12-01");

        assertThat(check(asked, asking("v2", "2026-11-30"), WHILE_OPEN))
                .containsExactly(
                        "consent.answerBy: cannot become earlier or disappear: GPs were told 2026-12-01T00:00:00Z");
        assertThat(check(asked, asking("v2", null), WHILE_OPEN)).hasSize(1);
        assertThat(check(asked, asking("v2", "2026-12-02"), WHILE_OPEN)).isEmpty();
        assertThat(check(asked, asking("v2", "2026-12-20"), Instant.parse("2026-12-10T00:00:00Z")))
                .as("it is over, and those who did not answer are erased")
                .hasSize(1);
    }

    @Test
    void nobodyIsAskedOnceTheCampaignHasClosed() {
        assertThat(check(Samples.VALID, asking("v2", "2027-03-01"), AFTER_CLOSING))
                .containsExactly(
                        "consent.version: cannot change once the campaign has closed: nobody could agree to it");
    }

    private static String asking(String version, @Nullable String answerBy) {
        String deadline = answerBy == null ? "" : ", answerBy: " + answerBy;
        return Samples.VALID.replace(
                "{version: v1, text: I agree}", "{version: %s, text: I agree to more%s}".formatted(version, deadline));
    }

    private static String draft(String yaml) {
        return yaml.replace("state: open", "state: draft");
    }

    private static List<String> check(String before, String after, Instant now) {
        return check(before, after, now, "wales,Wales");
    }

    private static List<String> check(String before, String after, Instant now, String wales) {
        CampaignReading next = CampaignReader.read(
                after, file -> java.util.Optional.of(Samples.ELECTORATE.replace("wales,Wales", wales)));
        assertThat(next).isInstanceOf(CampaignReading.Read.class);
        return ChangeRules.check(Samples.definition(before), ((CampaignReading.Read) next).definition(), ASKED, now)
                .stream()
                .map(Fault::toString)
                .toList();
    }
}
