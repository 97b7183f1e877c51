package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;

class ClosingTest {

    private static final Instant WHILE_OPEN = Instant.parse("2026-11-02T09:30:00Z");
    private static final Instant LATER = Instant.parse("2026-12-02T09:30:00Z");
    private static final Instant ITS_DATE = Instant.parse("2027-03-30T23:00:00Z");
    private static final Instant AFTER_ITS_DATE = Instant.parse("2027-04-02T09:30:00Z");
    private static final CampaignDefinition OPEN = Samples.definition(Samples.VALID);
    private static final CampaignDefinition CLOSED =
            Samples.definition(Samples.VALID.replace("state: open", "state: closed"));

    @Test
    void anOpenCampaignHasNotClosed() {
        assertThat(Closing.of(null, OPEN, WHILE_OPEN)).isNull();
        assertThat(Closing.of(defined(OPEN, null), OPEN, WHILE_OPEN)).isNull();
    }

    @Test
    void itClosesWhenTheOrganiserSaysSoOrAtItsDate() {
        assertThat(Closing.of(defined(OPEN, null), CLOSED, WHILE_OPEN)).isEqualTo(WHILE_OPEN);
        assertThat(Closing.of(defined(OPEN, null), CLOSED, AFTER_ITS_DATE)).isEqualTo(ITS_DATE);
        assertThat(Closing.of(null, CLOSED, AFTER_ITS_DATE)).isEqualTo(ITS_DATE);
    }

    @Test
    void noLaterDefinitionPutsItOff() {
        CampaignDefinition later = Samples.definition(
                Samples.VALID.replace("state: open", "state: closed").replace("2027-03", "2027-12"));

        assertThat(Closing.of(defined(CLOSED, WHILE_OPEN), CLOSED, LATER)).isEqualTo(WHILE_OPEN);
        assertThat(Closing.of(defined(OPEN, null), later, AFTER_ITS_DATE)).isEqualTo(ITS_DATE);
    }

    private static CampaignDefined defined(CampaignDefinition definition, @Nullable Instant closedAt) {
        return new CampaignDefined("c", 1, "d", "k", "test", WHILE_OPEN, definition, closedAt);
    }
}
