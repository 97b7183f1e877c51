package org.pledgetracker.tally.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.definition;
import static org.pledgetracker.tally.release.ReleasePolicy.FIVES_FROM_TEN;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.TallyReleased;
import org.pledgetracker.tally.counting.Group;
import org.pledgetracker.tally.counting.Tally;

class ReleaseTest {

    @ParameterizedTest(name = "{0} and then {1} pledges: {2}")
    @CsvSource({
        ",   9,",
        ",   10,  10",
        ",   14,  10",
        ",   47,  45",
        "10, 14,  10",
        "10, 15,  15",
        "15, 11,  15",
        "15, 10,  10",
        "10, 6,   10",
        "10, 5,",
        "15, 7,   10",
        "40, 43,  40",
        "40, 45,  45",
        "40, 0,"
    })
    void aFigureMovesOnlyByWholeSteps(@Nullable Integer last, int truth, @Nullable Integer released) {
        assertThat(FIVES_FROM_TEN.next(last, truth)).isEqualTo(released);
    }

    @Test
    void noSinglePledgeShowsWhateverCameBefore() {
        Random random = new Random(7);
        Integer last = null;
        int truth = 0;
        for (int i = 0; i < 10_000; i++) {
            truth = Math.max(0, truth + random.nextInt(3) - 1);
            Integer next = FIVES_FROM_TEN.next(last, truth);
            if (!Objects.equals(next, last)) {
                // going back by the one pledge that moved it does not move it back
                int back = next == null || (last != null && next < last) ? truth + 1 : truth - 1;
                assertThat(FIVES_FROM_TEN.next(next, back)).isEqualTo(next);
            }
            last = next;
        }
    }

    @Test
    void everyFigureIsReleasedOnItsOwn() {
        TallyReleased released = release(
                null,
                Map.of(
                        new Group(CLOSE_DAY, "london", EmploymentType.PARTNER, null), 9,
                        new Group(CLOSE_DAY, "london", EmploymentType.SALARIED, null), 9));

        assertThat(released.total().pledged()).isEqualTo(20);
        assertThat(released.regions().getFirst().total().pledged()).isEqualTo(20);
        assertThat(released.regions().getFirst().cells())
                .allSatisfy(cell -> assertThat(cell.figures()).isEqualTo(TallyReleased.Figures.HIDDEN));
    }

    @Test
    void aReleaseThatDoesNotMoveIsTheSame() {
        Group group = new Group(CLOSE_DAY, "london", EmploymentType.PARTNER, null);
        TallyReleased first = release(null, Map.of(group, 11));

        assertThat(release(first, Map.of(group, 12))).isSameAs(first);
    }

    private static TallyReleased release(@Nullable TallyReleased last, Map<Group, Integer> pledged) {
        Tally tally = Objects.requireNonNull(Tally.of(definition(), pledged).get(CLOSE_DAY));
        return Release.next(last, tally, FIVES_FROM_TEN, "c", 1, AT);
    }
}
