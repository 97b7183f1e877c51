package org.pledgetracker.pledge.campaign.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.pledge.campaign.CampaignReader;
import org.pledgetracker.pledge.campaign.CampaignReading;

class BlankDefinitionTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-27", "2028-01-31", "2028-02-29", "2040-12-31"})
    void whateverTheDayItIsAValidDraftThatOpensWithTheNextMonth(LocalDate today) {
        String text = BlankDefinition.text(today);
        CampaignReading reading = CampaignReader.read(text, file -> Optional.empty());

        assertThat(reading).isInstanceOfSatisfying(CampaignReading.Read.class, read -> {
            CampaignDefinition definition = read.definition();
            assertThat(definition.state()).isEqualTo(CampaignState.DRAFT);
            assertThat(definition.closesAt()).isAfter(definition.opensAt());
        });
        assertThat(text).contains("opensAt: " + today.plusMonths(1).withDayOfMonth(1) + "\n");
    }
}
