package org.pledgetracker.notifier.subscribing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.notifier.subscription.UnsubscribeLink;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Changes subscriptions: one change of a rep's at a time, answered when the log and this view have it. */
@Component
public class Subscribing {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final DeliveryLog log;
    private final Producer<byte[], byte[]> producer;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Subscribing(DeliveryLog log, Producer<byte[], byte[]> producer) {
        this.log = log;
        this.producer = producer;
    }

    /** What a rep has subscribed to; the default for one who never said anything. */
    public SubscriptionSet of(String rep, Patch patch) {
        return log.subscriptions().of(rep).orElseGet(() -> Subscriber.first(rep, patch, "", now()));
    }

    /**
     * Changes what a rep has subscribed to.
     *
     * @param patch what they look after, as their sign-in says
     * @throws BrokerUnavailable if it may or may not have been recorded
     */
    public SubscriptionSet change(String rep, Patch patch, UnaryOperator<SubscriptionSet> change)
            throws InterruptedException {
        SubscriptionSet after = locked(
                rep,
                (before, now) -> change.apply(
                        Subscriber.seen(before == null ? Subscriber.first(rep, patch, "", now) : before, patch, now)));
        return Objects.requireNonNull(after);
    }

    /** Notes that a rep is here; nobody waits for it, and nothing fails because of it. */
    void seen(String rep, Patch patch) {
        if (!log.isComplete()) {
            return;
        }
        Optional<SubscriptionSet> known = log.subscriptions().of(rep);
        if (known.isEmpty() || Subscriber.isNews(known.get(), patch, now())) {
            Thread.ofVirtual().name("notifier-seen").start(() -> note(rep, patch));
        }
    }

    private void note(String rep, Patch patch) {
        try {
            locked(rep, (before, now) -> {
                SubscriptionSet found = before == null ? Subscriber.first(rep, patch, "", now) : before;
                return before != null && !Subscriber.isNews(before, patch, now)
                        ? null
                        : Subscriber.seen(found, patch, now);
            });
        } catch (BrokerUnavailable e) {
            LOG.info("That a rep was here could not be recorded; their next visit will be");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Calls that webhook no more, because it asked for that; another that the rep gave since stays. */
    public void disableWebhook(String rep, String mark, String reason) {
        try {
            locked(
                    rep,
                    (before, now) -> before != null
                                    && before.webhook() != null
                                    && before.webhook().mark().equals(mark)
                            ? Subscriber.withoutWebhook(before, reason, now)
                            : null);
        } catch (BrokerUnavailable e) {
            LOG.warn("A webhook that is gone could not be disabled yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends no more mail to that address; one that is not subscribed stays so. */
    void unsubscribe(UnsubscribeLink link) throws InterruptedException {
        locked(
                link.rep(),
                (before, now) -> before != null
                                && before.email() != null
                                && before.email().mark().equals(link.address())
                        ? Subscriber.withoutEmail(before, now)
                        : null);
    }

    /** Whether mail goes to that address. */
    boolean isSubscribed(UnsubscribeLink link) {
        return log.subscriptions()
                .of(link.rep())
                .map(SubscriptionSet::email)
                .filter(email -> email.mark().equals(link.address()))
                .isPresent();
    }

    /** Erases a subscription, unless it has become another meanwhile. */
    public void erase(String rep, Predicate<SubscriptionSet> condition) throws InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(rep, key -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (log.subscriptions().of(rep).filter(condition).isPresent()) {
                RecordMetadata written = write(Topics.SUBSCRIPTIONS.tombstone(rep, now()));
                log.awaitHandled(Topics.SUBSCRIPTIONS, written.partition(), written.offset());
            }
        } finally {
            lock.unlock();
        }
    }

    /** What a change makes of a subscription; null leaves it as it is. */
    private interface Change {

        @Nullable
        SubscriptionSet apply(@Nullable SubscriptionSet before, Instant now);
    }

    private @Nullable SubscriptionSet locked(String rep, Change change) throws InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(rep, key -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            SubscriptionSet before = log.subscriptions().of(rep).orElse(null);
            SubscriptionSet after = change.apply(before, now());
            if (after == null) {
                return before;
            }
            RecordMetadata written = write(Topics.SUBSCRIPTIONS.record(after, after.at()));
            log.awaitHandled(Topics.SUBSCRIPTIONS, written.partition(), written.offset());
            return after;
        } finally {
            lock.unlock();
        }
    }

    private RecordMetadata write(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            return producer.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerUnavailable(e);
        }
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
