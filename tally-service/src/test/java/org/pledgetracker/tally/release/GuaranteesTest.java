package org.pledgetracker.tally.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.release.ReleasePolicy.FIVES_FROM_TEN;

import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What decision 32 says of a single figure: what it hides, and what somebody who holds pledges of their own can find out. */
class GuaranteesTest {

    private static final int RUNS = 2_000;

    @RepeatedTest(20)
    void aFigureIsWithinFourOfTheTruthOrSaysThatItIsSmall(RepetitionInfo seed) {
        walk(seed, (figure, truth, before) -> {
            if (figure == null) {
                assertThat(truth).isLessThan(10);
            } else {
                assertThat(figure % 5).isZero();
                assertThat(figure).isGreaterThanOrEqualTo(10);
                assertThat(truth).isBetween(figure - 4, figure + 4);
            }
        });
    }

    @RepeatedTest(20)
    void aFigureMovesOnlyWhenTheTruthHasCrossedALineThatTheLastFigureDrew(RepetitionInfo seed) {
        walk(seed, (figure, truth, before) -> {
            boolean crossed = before == null ? truth >= 10 : Math.abs(truth - before) >= 5 || truth <= 5;
            assertThat(!Objects.equals(figure, before)).isEqualTo(crossed);
        });
    }

    @Test
    void betweenTheLinesNothingShowsWhateverOnesOwnPledgesDo() {
        Random random = new Random(32);
        for (int run = 0; run < RUNS; run++) {
            int shown = 10 + 5 * random.nextInt(20);
            int others = shown - 4 + random.nextInt(9);
            for (int own = 0; own < 30; own++) {
                int truth = Math.max(shown == 10 ? 6 : shown - 4, Math.min(shown + 4, others + random.nextInt(9) - 4));
                assertThat(FIVES_FROM_TEN.next(shown, truth)).isEqualTo(shown);
                assertThat(FIVES_FROM_TEN.next(null, random.nextInt(10))).isNull();
            }
        }
    }

    @Test
    void oneLookAtOneFigureLeavesNineOrTenTruthsOpen() {
        assertThat(truthsBehind(null)).isEqualTo(10);
        for (int shown = 10; shown <= 100; shown += 5) {
            assertThat(truthsBehind(shown)).isEqualTo(9);
        }
    }

    @RepeatedTest(50)
    void aMoveIsTakenBackOnlyByAtLeastThreePledgesAndByFiveWhereTheLastCameAlone(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Integer figure = null;
        int truth = 0;
        for (int i = 0; i < 5_000; i++) {
            int step = random.nextBoolean() ? 1 : 1 + random.nextInt(9);
            int next = Math.max(0, truth + (random.nextInt(9) < 5 ? step : -step));
            Integer moved = FIVES_FROM_TEN.next(figure, next);
            if (!Objects.equals(moved, figure)) {
                int needed = pledgesToReturn(moved, next, level(moved) > level(figure) ? -1 : 1);
                assertThat(needed).isGreaterThanOrEqualTo(3);
                if (Math.abs(next - truth) == 1) {
                    assertThat(needed).isEqualTo(5);
                }
            }
            figure = moved;
            truth = next;
        }
    }

    /** Stated as the limit that it is: enough colluding GPs in a cell can weigh it out to the pledge. */
    @Test
    void ninePledgesOfOnesOwnInACellShowWhetherATenthGpPledged() {
        assertThat(afterAdding(9, 0)).isNull();
        assertThat(afterAdding(9, 1)).isEqualTo(10);
        // with fewer in the cell, hers included, it stays hidden
        for (int own = 0; own < 9; own++) {
            assertThat(afterAdding(own, 9 - own)).isNull();
        }
    }

    @Test
    void fourPledgesOfOnesOwnWeighOutAFigureThatIsShown() {
        // the truth was 15 when 15 came out; with four of one's own on top the next pledge shows
        assertThat(FIVES_FROM_TEN.next(15, 15 + 4)).isEqualTo(15);
        assertThat(FIVES_FROM_TEN.next(15, 15 + 4 + 1)).isEqualTo(20);
    }

    /** Sums are rounded on their own, yet all must hold at once: in the worst case that pins each part. */
    @Test
    void theWorstThatSumsTellIsEachOfFourPartsThatStandJustBelowTheirLines() {
        int parts = 4;
        int shown = 20;
        int total = parts * shown + 20;
        int most = parts * (shown + 4);
        int least = total - 4;
        assertThat(least).isEqualTo(most);
        for (int fewer = 1; fewer < parts; fewer++) {
            assertThat(fewer * (shown + 4)).isGreaterThan(fewer * shown + 5 * fewer - 4);
        }
    }

    private static int truthsBehind(@Nullable Integer shown) {
        int truths = 0;
        for (int truth = 0; truth <= 200; truth++) {
            truths += Objects.equals(FIVES_FROM_TEN.next(shown, truth), shown) ? 1 : 0;
        }
        return truths;
    }

    private static @Nullable Integer afterAdding(int own, int others) {
        Integer figure = null;
        for (int truth = 0; truth <= own + others; truth++) {
            figure = FIVES_FROM_TEN.next(figure, truth);
        }
        return figure;
    }

    private static int pledgesToReturn(@Nullable Integer figure, int truth, int direction) {
        IntUnaryOperator level =
                pledges -> level(FIVES_FROM_TEN.next(figure, Math.max(0, truth + direction * pledges)));
        int here = level(figure);
        for (int pledges = 1; pledges < 20; pledges++) {
            int there = level.applyAsInt(pledges);
            if (direction > 0 ? there > here : there < here) {
                return pledges;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static int level(@Nullable Integer figure) {
        return figure == null ? 0 : figure;
    }

    private static void walk(RepetitionInfo seed, Check check) {
        Random random = new Random(seed.getCurrentRepetition());
        Integer figure = null;
        int truth = 0;
        for (int i = 0; i < RUNS; i++) {
            int step = random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(3);
            truth = Math.max(0, truth + (random.nextBoolean() ? step : -step));
            Integer next = FIVES_FROM_TEN.next(figure, truth);
            check.of(next, truth, figure);
            figure = next;
        }
    }

    private interface Check {

        void of(@Nullable Integer figure, int truth, @Nullable Integer before);
    }
}
