package org.pledgetracker.tally.recount;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.events.UnknownEventVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Recounts once a day and says in metrics and log whether everything agrees; what differs is for the command to tell. */
public class NightlyRecount {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRecount.class);

    private final RecountPledges recountPledges;
    private final Clock clock;
    private volatile double differences = Double.NaN;
    private volatile double lastSuccess = Double.NaN;

    NightlyRecount(RecountPledges recountPledges, Clock clock, MeterRegistry registry) {
        this.recountPledges = recountPledges;
        this.clock = clock;
        Gauge.builder("pledge.tracker.recount.differences", this, recount -> recount.differences)
                .description("Differences between published tallies and cards that the last recount found")
                .register(registry);
        Gauge.builder("pledge.tracker.recount.last.success", this, recount -> recount.lastSuccess)
                .description("When a recount last found that everything agrees, in seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(cron = "${pledge-tracker.tally.recount-at:0 30 3 * * *}", zone = "Europe/London")
    void recount() throws InterruptedException {
        try {
            take(recountPledges.recount());
        } catch (KafkaException | UnknownEventVersion e) {
            LOG.warn("The recount could not be done: {}", e.getMessage());
        }
    }

    private void take(RecountReport report) {
        differences = report.differences().size();
        if (report.agrees()) {
            lastSuccess = clock.instant().getEpochSecond();
            LOG.info("The recount agrees: {} campaigns, {} cards", report.campaigns(), report.cards());
        } else {
            LOG.error(
                    "The recount found {} differences and passed over {} campaigns: the command 'recount' lists them",
                    report.differences().size(),
                    report.passedOver().size());
        }
    }
}
