package org.pledgetracker.tally.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.events.EmploymentType.LOCUM;
import static org.pledgetracker.events.EmploymentType.PARTNER;
import static org.pledgetracker.events.EmploymentType.SALARIED;
import static org.pledgetracker.tally.SampleCampaign.AT;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.HALF_OF_REGION;
import static org.pledgetracker.tally.SampleCampaign.defined;
import static org.pledgetracker.tally.SampleCampaign.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.TallyCounted;
import org.pledgetracker.events.TallyCounted.Cell;
import org.pledgetracker.events.TallyCounted.Group;
import org.pledgetracker.tally.counting.TippingPoint;

class TippingPointsTest {

    private static final CampaignDefined CAMPAIGN = defined("c", 1, definition());
    private static final Action ACTION = CAMPAIGN.definition().action(CLOSE_DAY).orElseThrow();

    private final TippingPoints points = new TippingPoints();

    @Test
    void aPublishedTallyHasTheTippingPointOfItsGroupsInEachRegionWhereThereIsOne() {
        TallyCounted counted = counted(
                cell("london", PARTNER, group(2, null), group(4, HALF_OF_REGION)),
                cell("london", LOCUM, group(1, HALF_OF_REGION)),
                cell("wales", SALARIED, group(3, null)));

        assertThat(points.of(CAMPAIGN, ACTION, counted)).isEqualTo(Map.of("london", new TippingPoint(4, 5)));
    }

    @Test
    void whatIsInForceAlreadyTipsNoMore() {
        TallyCounted counted = counted(cell("london", PARTNER, group(6, null), group(4, HALF_OF_REGION)));

        assertThat(points.of(CAMPAIGN, ACTION, counted)).isEmpty();
    }

    @Test
    void everyTallyAndEveryDefinitionIsLookedAtAnew() {
        TallyCounted earlier = counted(cell("london", PARTNER, group(2, null), group(4, HALF_OF_REGION)));
        TallyCounted later = counted(cell("london", PARTNER, group(5, null), group(4, HALF_OF_REGION)));
        CampaignDefined without = defined("c", 2, definition(CampaignState.OPEN, List.of("wales")));

        assertThat(points.of(CAMPAIGN, ACTION, earlier)).containsEntry("london", new TippingPoint(4, 4));
        assertThat(points.of(CAMPAIGN, ACTION, later)).containsEntry("london", new TippingPoint(1, 4));
        assertThat(points.of(without, ACTION, later)).isEmpty();
    }

    private static TallyCounted counted(Cell... cells) {
        return new TallyCounted("c", CLOSE_DAY, 1, 0, AT, List.of(cells));
    }

    private static Cell cell(String region, EmploymentType type, Group... groups) {
        return new Cell(region, type, List.of(groups));
    }

    private static Group group(int pledged, @Nullable OnlyIf onlyIf) {
        return new Group(onlyIf, pledged, onlyIf == null);
    }
}
