package org.pledgetracker.tally.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.ActionKind;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.TallyCounted;

class RecountTest {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
    private static final OnlyIf HALF_OF_REGION = new OnlyIf(Share.ofPercent(50), Scope.REGION);

    private final List<CountedCard> cards = new ArrayList<>();

    @Test
    void agreesWithATallyThatIsRight() {
        pledge(3, null);
        pledge(2, HALF_OF_REGION);

        assertThat(compare(group(null, 3, true), group(HALF_OF_REGION, 2, true)))
                .isEmpty();
    }

    @Test
    void findsAPledgeThatWasLost() {
        pledge(3, null);

        assertThat(compare(group(null, 2, true))).singleElement().satisfies(difference -> {
            assertThat(difference.published()).isEqualTo("2 in force");
            assertThat(difference.recounted()).isEqualTo("3 in force");
        });
    }

    @Test
    void findsAConditionThatWasWronglyTakenAsMet() {
        pledge(1, null);
        pledge(3, HALF_OF_REGION);

        assertThat(compare(group(null, 1, true), group(HALF_OF_REGION, 3, true)))
                .singleElement()
                .satisfies(d -> assertThat(d.recounted()).isEqualTo("3 waiting"));
    }

    @Test
    void findsPledgesThatNoTallySpeaksOf() {
        pledge(1, null);

        assertThat(compare())
                .singleElement()
                .satisfies(difference -> assertThat(difference.published()).isEqualTo("nothing"));
    }

    @Test
    void doesNotCountWhatIsSetAside() {
        cards.add(card(EmploymentType.LOCUM, null));

        assertThat(compare(group(null, 0, true))).isEmpty();
    }

    private List<Difference> compare(TallyCounted.Group... groups) {
        TallyCounted tally = new TallyCounted(
                "c",
                "close-day",
                1,
                cards.size() - 1,
                AT,
                List.of(new TallyCounted.Cell("london", EmploymentType.PARTNER, List.of(groups))));
        return Recount.compare(campaign(), cards, List.of(tally));
    }

    private void pledge(int gps, @Nullable OnlyIf onlyIf) {
        for (int i = 0; i < gps; i++) {
            cards.add(card(EmploymentType.PARTNER, onlyIf));
        }
    }

    private static CountedCard card(EmploymentType type, @Nullable OnlyIf onlyIf) {
        return new CountedCard("london", type, List.of(new Pledge("close-day", onlyIf)));
    }

    private static TallyCounted.Group group(@Nullable OnlyIf onlyIf, int pledged, boolean inForce) {
        return new TallyCounted.Group(onlyIf, pledged, inForce);
    }

    /** Ten partners in London; half of them are five. */
    private static CampaignDefined campaign() {
        Action closeDay = new Action(
                "close-day",
                "Close for a day",
                "",
                "",
                ActionKind.BREACH_RISK,
                Map.of(EmploymentType.PARTNER, Openness.OPEN),
                List.of());
        CampaignDefinition definition = new CampaignDefinition(
                "C",
                "",
                CampaignState.OPEN,
                "x",
                AT,
                AT.plusSeconds(1),
                90,
                new CampaignDefinition.ConsentText("a", "a"),
                List.of(new Region("london", "London")),
                List.of(closeDay),
                new Electorate(
                        "s",
                        LocalDate.of(2026, 1, 1),
                        List.of(new Electorate.Headcount("london", EmploymentType.PARTNER, 10))),
                List.of(HALF_OF_REGION),
                List.of(),
                null,
                null);
        return new CampaignDefined("c", 1, "d", "k", "test", AT, definition);
    }
}
