package org.pledgetracker.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void aCursorIsReadBackAndAnythingElseIsNone() {
        Cursor cursor =
                Cursor.START.past(new Position(3, 12)).past(new Position(3, 9)).past(new Position(0, 1));

        assertThat(cursor).hasToString("0-1.3-12");
        assertThat(Cursor.parse("0-1.3-12")).contains(cursor);
        assertThat(Cursor.parse("")).contains(Cursor.START);
        assertThat(Cursor.parse("0-1.")).isEmpty();
        assertThat(Cursor.parse("alert-7")).isEmpty();
        assertThat(Cursor.parse("1".repeat(5) + "-1")).isEmpty();
    }

    @Test
    void twoCursorsTogetherHaveSeenWhatEitherSaw() {
        Cursor one = Cursor.START.past(new Position(3, 12)).past(new Position(0, 1));
        Cursor other = Cursor.START.past(new Position(3, 9)).past(new Position(1, 4));

        assertThat(one.and(other)).hasToString("0-1.1-4.3-12").isEqualTo(other.and(one));
    }
}
