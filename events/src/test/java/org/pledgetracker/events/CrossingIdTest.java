package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CrossingIdTest {

    private final CrossingId id = CrossingId.of("gp-action", "day-10", 1);

    @Test
    void anIdStaysTheSameForEver() {
        assertThat(id.alert()).isEqualTo("P5T-uxZjLvDToD_zc3JUbw");
        assertThat(id.trace()).isEqualTo("3f94febb16632ef0d3a03ff37372546f");
    }

    @Test
    void whoHasTheAddressOfAnAlertHasItsTrace() {
        assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(id.alert())))
                .isEqualTo(id.trace());
    }

    @Test
    void everyCrossingHasATraceOfItsOwn() {
        assertThat(id.trace())
                .isNotEqualTo(CrossingId.of("gp-action", "day-10", 2).trace())
                .isNotEqualTo(CrossingId.of("gp-action", "day-11", 1).trace())
                .isNotEqualTo(CrossingId.of("gp-inaction", "day-10", 1).trace());
        assertThat(id.rootSpan())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(CrossingId.of("gp-action", "day-10", 2).rootSpan());
    }
}
