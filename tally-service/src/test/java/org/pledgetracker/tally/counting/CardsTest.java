package org.pledgetracker.tally.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.events.EmploymentType.PARTNER;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.card;
import static org.pledgetracker.tally.SampleCampaign.randomCard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;

class CardsTest {

    private final Cards cards = new Cards();

    @RepeatedTest(20)
    void anyHistoryCountsAsAPlainFoldOfTheLatestCardsDoes(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Map<String, PledgesDeclared> latest = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            PledgesDeclared card = randomCard(random, 3_000);
            if (random.nextInt(5) == 0) {
                latest.remove(card.key());
                cards.apply(card.key().getBytes(UTF_8), null);
            } else {
                latest.put(card.key(), card);
                apply(card);
            }
        }

        assertThat(cards.pledged("c")).isEqualTo(fold(latest.values()));
        assertThat(cards.size()).isEqualTo((int) latest.values().stream()
                .filter(card -> !card.pledges().isEmpty())
                .count());
    }

    @RepeatedTest(5)
    void theOrderBetweenPledgersDoesNotMatter(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Map<String, PledgesDeclared> latest = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            PledgesDeclared card = randomCard(random, 300);
            latest.put(card.key(), card);
        }
        List<PledgesDeclared> shuffled = new ArrayList<>(latest.values());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(this::apply);

        assertThat(cards.pledged("c")).isEqualTo(fold(latest.values()));
    }

    @Test
    void theSameCardTwiceCountsOnce() {
        PledgesDeclared card = card("p", "london", PARTNER, Pledge.firm(CLOSE_DAY));
        apply(card);
        apply(card);

        assertThat(cards.pledged("c")).containsExactly(Map.entry(new Group(CLOSE_DAY, "london", PARTNER, null), 1));
    }

    @Test
    void anErasedCardLeavesNothingBehind() {
        PledgesDeclared card = card("p", "london", PARTNER, Pledge.firm(CLOSE_DAY));
        apply(card);
        cards.apply(card.key().getBytes(UTF_8), null);

        assertThat(cards.pledged("c")).isEmpty();
        assertThat(cards.size()).isZero();
    }

    @Test
    void tellsWhichCampaignsHaveMoved() {
        apply(card("p", "london", PARTNER, Pledge.firm(CLOSE_DAY)));

        assertThat(cards.takeChanged()).containsExactly("c");
        assertThat(cards.takeChanged()).isEmpty();
    }

    private void apply(PledgesDeclared card) {
        cards.apply(card.key().getBytes(UTF_8), CardContent.of(card));
    }

    private static Map<Group, Integer> fold(Collection<PledgesDeclared> latest) {
        Map<Group, Integer> counts = new HashMap<>();
        for (PledgesDeclared card : latest) {
            for (Pledge pledge : card.pledges()) {
                counts.merge(
                        new Group(pledge.action(), card.region(), card.employmentType(), pledge.onlyIf()),
                        1,
                        Integer::sum);
            }
        }
        return counts;
    }
}
