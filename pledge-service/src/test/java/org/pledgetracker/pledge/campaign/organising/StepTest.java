package org.pledgetracker.pledge.campaign.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.Samples;

class StepTest {

    private static final Instant BEFORE = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant DURING = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2027-05-01T00:00:00Z");

    private final CampaignDefinition open = Samples.definition(Samples.VALID);

    @Test
    void aDraftCanOnlyBeOpenedAndNotOnceItsDatesAreOver() {
        CampaignDefinition draft = Samples.definition(Samples.VALID.replace("state: open", "state: draft"));

        assertThat(possible(draft, BEFORE)).containsExactly(Step.OPEN);
        assertThat(possible(draft, DURING)).containsExactly(Step.OPEN);
        assertThat(possible(draft, AFTER)).isEmpty();
    }

    @Test
    void whatWasOpenedCanBeClosedAndPublishesOnceItIsOpen() {
        assertThat(possible(open, BEFORE)).containsExactly(Step.CLOSE);
        assertThat(possible(open, DURING)).containsExactlyInAnyOrder(Step.CLOSE, Step.PUBLISH);
        assertThat(possible(open, AFTER)).isEmpty();
    }

    @Test
    void figuresArePublishedOnce() {
        assertThat(possible(with("publishAt: 2026-11-01"), DURING)).containsExactly(Step.CLOSE);
        assertThat(possible(with("publishAt: 2027-01-01"), DURING))
                .as("sooner than planned")
                .containsExactlyInAnyOrder(Step.CLOSE, Step.PUBLISH);
    }

    @Test
    void aClosedCampaignIsClosed() {
        assertThat(possible(Samples.definition(Samples.VALID.replace("state: open", "state: closed")), DURING))
                .isEmpty();
    }

    private static CampaignDefinition with(String line) {
        return Samples.definition(Samples.VALID.replace("eraseAfterDays: 90", "eraseAfterDays: 90\n" + line));
    }

    private static Set<Step> possible(CampaignDefinition definition, Instant now) {
        return Stream.of(Step.values())
                .filter(step -> step.isPossible(definition, now))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }
}
