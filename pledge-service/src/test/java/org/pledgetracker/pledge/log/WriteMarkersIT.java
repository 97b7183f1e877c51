package org.pledgetracker.pledge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;

class WriteMarkersIT {

    @Test
    void everyPartitionGetsAMarkerThatChangesNothing() throws InterruptedException {
        String id = "markers-" + UUID.randomUUID();
        try (TestTokens tokens = TestTokens.start();
                RunningService service =
                        RunningService.start(tokens, RunningService.campaigns(id, Samples.VALID, Samples.ELECTORATE))) {
            long before = LogEnds.of(Topics.PLEDGES);
            long keysBefore = LogEnds.of(Topics.CAMPAIGN_KEYS);

            service.bean(WriteMarkers.class).write(Instant.now());

            assertThat(LogEnds.of(Topics.PLEDGES)).isEqualTo(before + Partitions.COUNT);
            assertThat(LogEnds.of(Topics.CAMPAIGN_KEYS)).isGreaterThanOrEqualTo(keysBefore + Partitions.COUNT);
            EventLog log = service.bean(EventLog.class);
            assertThat(log.readToEnd(Topics.MARKED, Duration.ofSeconds(20))).isTrue();
            assertThat(log.isFollowed()).isTrue();
        }
    }
}
