package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CampaignDefinitionTest {

    private final CampaignDefinition open = definition("campaign.defined.v1");
    private final CampaignDefinition draft = definition("campaign.defined.v1-draft");

    @Test
    void isOpenOnlyBetweenItsDates() {
        assertThat(open.stateAt(open.opensAt().minusSeconds(1))).isEqualTo(CampaignState.DRAFT);
        assertThat(open.stateAt(open.opensAt())).isEqualTo(CampaignState.OPEN);
        assertThat(open.stateAt(open.closesAt().minusSeconds(1))).isEqualTo(CampaignState.OPEN);
        assertThat(open.stateAt(open.closesAt())).isEqualTo(CampaignState.CLOSED);
    }

    @Test
    void aDraftDoesNotOpenByItself() {
        assertThat(draft.stateAt(draft.opensAt().plus(Duration.ofHours(1)))).isEqualTo(CampaignState.DRAFT);
    }

    @Test
    void allowsOnlyPledgesThatFitIt() {
        Pledge firm = Pledge.firm("work-to-rule");
        OnlyIf offered = open.conditions().getFirst();

        assertThat(open.allows(firm, EmploymentType.PARTNER, "north-west")).isTrue();
        assertThat(open.allows(firm, EmploymentType.SALARIED, "north-west")).isTrue();
        assertThat(open.allows(firm, EmploymentType.LOCUM, "north-west")).isFalse();
        assertThat(open.allows(firm, EmploymentType.PARTNER, "london")).isFalse();
        assertThat(open.allows(Pledge.firm("unknown"), EmploymentType.PARTNER, "north-west"))
                .isFalse();
        assertThat(open.allows(new Pledge("work-to-rule", offered), EmploymentType.PARTNER, "north-west"))
                .isTrue();
        OnlyIf other = new OnlyIf(offered.share(), Scope.EVERYWHERE);
        assertThat(open.allows(new Pledge("work-to-rule", other), EmploymentType.PARTNER, "north-west"))
                .isFalse();
    }

    private static CampaignDefinition definition(String example) {
        CampaignDefined event =
                (CampaignDefined) Objects.requireNonNull(Examples.all().get(example));
        return event.definition();
    }
}
