package org.pledgetracker.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RepHandleTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

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
