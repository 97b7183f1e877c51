package org.pledgetracker.pledge.deadletter.operating;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.deadletter.DeadLetter;
import org.pledgetracker.pledge.deadletter.Repair;
import org.pledgetracker.pledge.deadletter.Verdict;

/** Writes repaired cards into the log, each as if it had been declared where its dead letter stood. */
final class SendBack implements AutoCloseable {

    private final Map<DeadLetter.Place, DeadLetter> letters = new HashMap<>();
    private final CardHistory history;
    private final ToLongFunction<ProducerRecord<byte[], byte[]>> recorder;

    /** @param recorder writes a record and answers with its offset */
    SendBack(
            Map<String, Object> clientSettings,
            List<DeadLetter> letters,
            ToLongFunction<ProducerRecord<byte[], byte[]>> recorder) {
        letters.forEach(letter -> this.letters.put(letter.place(), letter));
        Set<String> keys =
                letters.stream().map(DeadLetter::key).filter(Objects::nonNull).collect(Collectors.toSet());
        this.history = new CardHistory(clientSettings, keys);
        this.recorder = recorder;
    }

    /** Why the repaired card was not sent back; null if it was. */
    @Nullable
    String send(Repair repair) {
        history.readOn();
        DeadLetter letter = letters.get(repair.place());
        return switch (repair.decide(letter, history.standing(letter == null ? null : letter.key()))) {
            case Verdict.Refused refused -> refused.why();
            case Verdict.MaySendBack sendable -> send(sendable.card(), letter == null ? -1 : letter.originalOffset());
        };
    }

    private @Nullable String send(PledgesDeclared card, long originalOffset) {
        long offset = recorder.applyAsLong(Topics.PLEDGES.record(card, card.declaredAt()));
        return isOvertaken(card.key(), originalOffset, offset)
                ? "the GP changed or erased the card at the same moment: that stands"
                : null;
    }

    /** The log cannot be locked: what a GP declared between the look and the write is written again, so that it stands. */
    private boolean isOvertaken(String key, long originalOffset, long sentBack) {
        TreeSet<Long> ours = new TreeSet<>(Set.of(sentBack));
        long seen = originalOffset;
        while (true) {
            history.readOn();
            ConsumerRecord<byte[], byte[]> theirs = history.lastBeside(key, Collections.unmodifiableSet(ours));
            if (theirs == null || theirs.offset() <= seen) {
                return seen > originalOffset;
            }
            if (theirs.offset() > ours.last()) {
                return true;
            }
            seen = theirs.offset();
            ours.add(recorder.applyAsLong(again(theirs)));
        }
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), record.headers());
    }

    @Override
    public void close() {
        history.close();
    }
}
