package org.pledgetracker.pledge.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrganiserHandlesTest {

    private static final String KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private final OrganiserHandles handles = MasterKey.of(KEY).organiserHandles();

    @Test
    void anOrganiserKeepsTheirHandleAndAnotherHasAnother() {
        String one = handles.of("issuer", "one");

        assertThat(one).matches("[A-Za-z0-9_-]{16}");
        assertThat(MasterKey.of(KEY).organiserHandles().of("issuer", "one"))
                .as("after a restart")
                .isEqualTo(one);
        assertThat(handles.of("issuer", "two")).isNotEqualTo(one);
        assertThat(handles.of("elsewhere", "one")).isNotEqualTo(one);
    }

    @Test
    void withoutTheMasterKeyNobodyMakesTheSameHandle() {
        OrganiserHandles others =
                MasterKey.of("AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=").organiserHandles();

        assertThat(others.of("issuer", "one")).isNotEqualTo(handles.of("issuer", "one"));
    }
}
