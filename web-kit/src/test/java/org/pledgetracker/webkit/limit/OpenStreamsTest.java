package org.pledgetracker.webkit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    @Test
    void aMemberHasSoManyOpenAtOnceAndNoMore() {
        OpenStreams streams = new OpenStreams(2);
        assertThat(streams.open("ada")).isTrue();
        assertThat(streams.open("ada")).isTrue();
        assertThat(streams.open("ada")).isFalse();
        assertThat(streams.open("ben")).isTrue();
        streams.close("ada");
        assertThat(streams.open("ada")).isTrue();
        assertThat(streams.open("ada")).isFalse();
    }
}
