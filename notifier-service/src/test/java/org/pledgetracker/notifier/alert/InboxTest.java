package org.pledgetracker.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.acknowledged;
import static org.pledgetracker.notifier.alert.Crossings.lost;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.ThresholdReached;

class InboxTest {

    private static final Patch LONDON = Patch.of(Set.of("london"));
    private static final Patch WALES = Patch.of(Set.of("wales", "scotland"));

    private final Inbox inbox = new Inbox();

    @Test
    void aRepSeesTheCrossingsOfTheirRegionsAndTheNationalOnes() {
        raise(0, reached("c", "in-london", "london", 1));
        raise(1, reached("c", "in-wales", "wales", 1));
        raise(2, reached("c", "everywhere", null, 1));

        assertThat(thresholds(LONDON)).containsExactlyInAnyOrder("in-london", "everywhere");
        assertThat(thresholds(WALES)).containsExactlyInAnyOrder("in-wales", "everywhere");
        assertThat(thresholds(Patch.of(Set.of()))).containsExactly("everywhere");
        assertThat(thresholds(Patch.whole())).hasSize(3);
    }

    @Test
    void theSameCrossingReadAgainRaisesNothing() {
        ThresholdReached crossing = reached("c", "t", null, 1);
        assertThat(inbox.raise(crossing, new Position(0, 4))).isPresent();
        assertThat(inbox.raise(crossing, new Position(0, 4))).isEmpty();
        assertThat(inbox.raise(crossing, new Position(0, 5))).isEmpty();

        assertThat(inbox.alerts(LONDON)).hasSize(1);
    }

    @Test
    void theNewestStandsFirst() {
        raise(0, reached("c", "t", null, 1));
        raise(1, lost("c", "t", null, 2));
        raise(2, reached("c", "t", null, 3));

        assertThat(inbox.alerts(LONDON))
                .extracting(alert -> alert.crossing().crossing())
                .containsExactly(3, 2, 1);
        assertThat(inbox.alerts(LONDON))
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.REACHED, Alert.Kind.LOST, Alert.Kind.REACHED);
    }

    @Test
    void theFirstAcknowledgementCountsEvenIfItIsReadBeforeTheCrossing() {
        ThresholdReached crossing = reached("c", "t", null, 1);
        inbox.acknowledge(acknowledged(crossing, "first", "wales"));
        inbox.acknowledge(acknowledged(crossing, "second", "london"));
        raise(0, crossing);

        assertThat(inbox.alerts(LONDON).getFirst().acknowledgement()).hasValueSatisfying(acknowledgement -> {
            assertThat(acknowledgement.rep()).isEqualTo("first");
            assertThat(acknowledgement.regions()).containsExactly("wales");
        });
    }

    @Test
    void anotherRegionsAlertIsNotFoundByItsId() {
        raise(0, reached("c", "t", "london", 1));
        String id = CrossingId.of("c", "t", 1).alert();

        assertThat(inbox.alert(id, LONDON)).isPresent();
        assertThat(inbox.alert(id, WALES)).isEmpty();
        assertThat(inbox.alert("unknown", LONDON)).isEmpty();
    }

    @Test
    void whoComesBackWithACursorGetsWhatTheyMissedAndNothingElse() {
        inbox.raise(reached("c", "before", null, 1), new Position(0, 7));
        inbox.raise(reached("d", "before", null, 1), new Position(5, 2));
        Cursor cursor = inbox.cursor(inbox.bookmark(inbox.end(WALES)), WALES).orElseThrow();
        inbox.raise(reached("d", "missed", null, 1), new Position(5, 3));
        inbox.raise(reached("d", "in-london", "london", 1), new Position(5, 4));
        inbox.raise(reached("e", "on-another-partition", null, 1), new Position(6, 0));

        assertThat(inbox.alertsAfter(cursor, WALES))
                .extracting(alert -> alert.crossing().threshold())
                .containsExactlyInAnyOrder("missed", "on-another-partition");
        assertThat(inbox.alertsAfter(inbox.end(WALES), WALES)).isEmpty();
        Cursor end = inbox.end(WALES);
        inbox.raise(reached("d", "in-london", "london", 3), new Position(5, 9));
        assertThat(inbox.end(WALES)).as("nothing of theirs").isEqualTo(end);
    }

    @Test
    void aBookmarkTellsNothingOfWhatIsCrossedElsewhere() {
        raise(3, reached("c", "in-wales", "wales", 1));
        String bookmark = inbox.bookmark(inbox.end(WALES));
        Inbox busier = new Inbox();
        busier.raise(reached("c", "in-london", "london", 1), new Position(0, 3));
        busier.raise(reached("c", "in-wales", "wales", 1), new Position(0, 4));

        assertThat(bookmark).isEqualTo(CrossingId.of("c", "in-wales", 1).alert());
        assertThat(busier.bookmark(busier.end(WALES))).isEqualTo(bookmark);
        String ofLondon = busier.bookmark(busier.end(LONDON));
        assertThat(busier.cursor(ofLondon, WALES))
                .as("as for an alert that there never was")
                .isEqualTo(busier.cursor(CrossingId.of("c", "never", 1).alert(), WALES))
                .contains(Cursor.START);
    }

    @Test
    void aBookmarkSurvivesManyPartitionsAndAnythingElseIsNone() {
        for (int partition = 0; partition < 8; partition++) {
            inbox.raise(reached("c" + partition, "t", null, 1), new Position(partition, 5));
        }
        Cursor end = inbox.end(WALES);

        assertThat(inbox.cursor(inbox.bookmark(end), WALES)).contains(end);
        assertThat(inbox.cursor("", WALES)).contains(Cursor.START);
        assertThat(inbox.cursor("0-1.3-12", WALES)).isEmpty();
        assertThat(inbox.cursor(inbox.bookmark(end) + ".", WALES)).isEmpty();
        assertThat(inbox.cursor("nonsense", WALES)).isEmpty();
    }

    private void raise(long offset, org.pledgetracker.events.ThresholdCrossed crossing) {
        assertThat(inbox.raise(crossing, new Position(0, offset))).isPresent();
    }

    private List<String> thresholds(Patch patch) {
        return inbox.alerts(patch).stream()
                .map(alert -> alert.crossing().threshold())
                .toList();
    }
}
