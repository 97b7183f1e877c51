package org.pledgetracker.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AlertIdTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void anIdStaysTheSameForEverAndFitsInAnAddress() {
        assertThat(AlertId.of("gp-action", "day-10", 1))
                .isEqualTo("P5T-uxZjLvDToD_zc3JUbw")
                .matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void everyCrossingHasAnIdOfItsOwn() {
        assertThat(AlertId.of("c", "t", 1))
                .isNotEqualTo(AlertId.of("c", "t", 2))
                .isNotEqualTo(AlertId.of("c", "u", 1))
                .isNotEqualTo(AlertId.of("d", "t", 1));
    }

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
    void aRepKeepsTheirHandleAndNobodySharesIt() {
        RepHandle handle = new RepHandle(KEY);

        assertThat(handle.of("https://id.example.org", "r1"))
                .isEqualTo(new RepHandle(KEY + "\n").of("https://id.example.org", "r1"))
                .doesNotContain("r1")
                .isNotEqualTo(handle.of("https://id.example.org", "r2"))
                .isNotEqualTo(handle.of("https://other.example.org", "r1"));
    }

    @Test
    void aMasterKeyOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new RepHandle("AAEC")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RepHandle("not base64!")).isInstanceOf(IllegalArgumentException.class);
    }
}
