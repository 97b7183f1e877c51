package org.pledgetracker.tally.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.deciding.Decision;

/**
 * Decides about the campaigns of a partition, at most ten times a second and only where something moved. What is published
 * and what is remembered commit together with the positions that were read.
 */
final class Decide implements Processor<byte[], byte[], byte[], byte[]> {

    static final Duration EVERY = Duration.ofMillis(100);

    private final PartitionLog log;
    private final CaughtUp caughtUp;
    private final Consumer<ThresholdCrossed> crossed;
    private @Nullable Task task;

    Decide(PartitionLog log, CaughtUp caughtUp, Consumer<ThresholdCrossed> crossed) {
        this.log = log;
        this.caughtUp = caughtUp;
        this.crossed = crossed;
    }

    /** Begins anew, also when the same task is brought back after a failure. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        Task begun = new Task(context);
        task = begun;
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> begun.look(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (task != null) {
            task.reportUnreadable(record);
        }
    }

    @Override
    public void close() {
        if (task != null) {
            caughtUp.forget(task.partition);
        }
    }

    /** A partition that this has been given. */
    private final class Task {

        private final int partition;
        private final CardsStore cards;
        private final DefinitionsStore definitions;
        private final Memory memory;
        private final Outlet outlet;
        private final ProcessorContext<byte[], byte[]> context;
        private final Map<String, Instant> due = new HashMap<>();
        private final Set<String> moved = new TreeSet<>();
        private long lastPledge = -1;
        private long lastDefinition = -1;
        private boolean endsNoted;
        private boolean ready;

        Task(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            this.partition = context.taskId().partition();
            this.cards = context.getStateStore(CardsStore.NAME);
            this.definitions = context.getStateStore(DefinitionsStore.NAME);
            this.memory = new Memory(context.getStateStore(Memory.NAME));
            this.outlet = new Outlet(context);
        }

        void reportUnreadable(Record<byte[], byte[]> record) {
            RecordMetadata at = context.recordMetadata().orElseThrow();
            if (at.topic().equals(Topics.PLEDGES.name())) {
                String reason = cards.whyUnreadable(at.offset());
                if (reason != null) {
                    outlet.deadLetter(record, at, reason);
                }
            }
        }

        void look(Instant now) {
            if (!ready && !becomesReady()) {
                return;
            }
            moved.addAll(cards.takeChanged());
            moved.addAll(definitions.takeChanged());
            due.forEach((campaign, at) -> {
                if (!at.isAfter(now)) {
                    moved.add(campaign);
                }
            });
            if (!moved.isEmpty()) {
                moved.forEach(campaign -> decide(campaign, now));
                moved.clear();
                context.commit();
            }
        }

        /** Nothing is decided on half of what there is: a threshold would be lost or reached that never was. */
        private boolean becomesReady() {
            if (!endsNoted) {
                lastPledge = log.lastOffset(Topics.PLEDGES, partition);
                lastDefinition = log.lastOffset(Topics.CAMPAIGNS, partition);
                endsNoted = true;
            }
            ready = cards.lastOffset() >= lastPledge && definitions.lastOffset() >= lastDefinition;
            if (ready) {
                memory.seed(log, partition);
                caughtUp.add(partition);
            }
            return ready;
        }

        private void decide(String campaign, Instant now) {
            CampaignDefined definition = definitions.definition(campaign);
            due.remove(campaign);
            if (definition == null) {
                return;
            }
            Decision decision = Decision.of(
                    definition, cards.pledged(campaign), cards.lastOffset(), memory.standing(campaign), now);
            outlet.publish(decision, now);
            decision.crossings().forEach(crossed);
            memory.remember(campaign, decision);
            decision.due().ifPresent(at -> due.put(campaign, at));
        }
    }
}
