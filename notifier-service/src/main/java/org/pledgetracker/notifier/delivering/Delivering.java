package org.pledgetracker.notifier.delivering;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.notifier.NotifierSettings;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.delivery.Attempt;
import org.pledgetracker.notifier.delivery.DeliveryBook.Standing;
import org.pledgetracker.notifier.delivery.Outcome;
import org.pledgetracker.notifier.delivery.RetrySchedule;
import org.pledgetracker.notifier.delivery.Sender;
import org.pledgetracker.notifier.subscribing.Subscribing;
import org.pledgetracker.notifier.subscription.MailTime;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes what is due to its address, over its channel, and writes down what came of it. */
@Component
class Delivering implements SmartLifecycle {

    private final DeliveryLog log;
    private final PartitionOwnership ownership;
    private final Subscribing subscribing;
    private final NotifierKey key;
    private final RetrySchedule schedule;
    private final Map<Channel, Sender> senders;
    private final CrossingTraces traces;
    private final List<ChannelWorkers> workers = new ArrayList<>();

    Delivering(
            DeliveryLog log,
            PartitionOwnership ownership,
            Subscribing subscribing,
            NotifierKey key,
            NotifierSettings settings,
            List<Sender> senders,
            CrossingTraces traces) {
        this.log = log;
        this.ownership = ownership;
        this.subscribing = subscribing;
        this.key = key;
        this.schedule = new RetrySchedule(settings.retries());
        this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
        this.traces = traces;
    }

    @Override
    public void start() {
        for (Sender sender : senders.values()) {
            workers.add(new ChannelWorkers(sender.channel(), log.book(), ownership, this::attempt));
        }
    }

    /** Before partitions are given up, so that outcomes can still be written. */
    @Override
    public void stop() {
        workers.parallelStream().forEach(ChannelWorkers::close);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }

    private void attempt(Standing standing) {
        Delivery delivery = standing.latest().delivery();
        Optional<SubscriptionSet> subscription = log.subscriptions().of(delivery.rep());
        List<Sender.Notice> notices = together(standing, subscription);
        if (!notices.isEmpty()) {
            Instant began = InstantSource.system().instant();
            Outcome outcome = send(delivery, subscription, notices);
            record(notices, outcome, began);
            if (outcome instanceof Outcome.Gone gone) {
                subscribing.disableWebhook(delivery.rep(), delivery.address(), gone.reason());
            }
        }
    }

    private Outcome send(Delivery delivery, Optional<SubscriptionSet> subscription, List<Sender.Notice> notices) {
        Instant now = InstantSource.system().instant();
        Contact contact = subscription
                .filter(found -> !Subscriber.hasLapsed(found, now))
                .map(found -> contact(found, delivery.channel()))
                .orElse(null);
        if (contact == null || !contact.mark().equals(delivery.address())) {
            return new Outcome.Refused("this address is not subscribed any more");
        }
        if (contact.disabled() != null) {
            return new Outcome.Refused(contact.disabled());
        }
        Sender sender = senders.get(delivery.channel());
        Optional<String> address = key.open(delivery.rep(), contact.sealed());
        if (sender == null || address.isEmpty()) {
            return new Outcome.Refused("the address cannot be read with this master key: give it again");
        }
        try {
            return sender.send(delivery.rep(), address.get(), notices);
        } catch (RuntimeException e) {
            // whatever it is, the next attempt waits its turn; its message may hold the address
            return new Outcome.Failed("it could not be sent (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** The delivery, and where its rep wants alerts together, what else is due to the same address. */
    private List<Sender.Notice> together(Standing standing, Optional<SubscriptionSet> subscription) {
        Delivery delivery = standing.latest().delivery();
        boolean bundled = delivery.channel() == Channel.EMAIL
                && subscription.map(found -> MailTime.bundles(found.timing())).orElse(false);
        List<Standing> chosen = bundled
                ? log
                        .book()
                        .due(
                                Channel.EMAIL,
                                partition -> partition == Partitions.of(delivery.key()),
                                InstantSource.system().instant())
                        .stream()
                        .filter(other -> other.latest().delivery().rep().equals(delivery.rep()))
                        .filter(other -> other.latest().delivery().address().equals(delivery.address()))
                        .toList()
                : List.of(standing);
        return chosen.stream()
                .map(Standing::latest)
                .flatMap(latest ->
                        log.book().crossing(latest).stream().map(crossing -> new Sender.Notice(latest, crossing)))
                .toList();
    }

    private void record(List<Sender.Notice> notices, Outcome outcome, Instant began) {
        Instant now = InstantSource.system().instant();
        double jitter = ThreadLocalRandom.current().nextDouble();
        List<DeliveryEvent> events = notices.stream()
                .map(notice -> Attempt.after(notice.latest(), outcome, schedule, now, jitter))
                .toList();
        events.forEach(event -> traces.attempted(event, began));
        Optional<OwnedPartition> owner =
                ownership.owner(Partitions.of(events.getFirst().key()));
        try {
            if (owner.isPresent()) {
                owner.get().record(events).get();
            }
        } catch (CancellationException | ExecutionException e) {
            // the partition is another instance's now, which does not know of this attempt and makes it again
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Contact contact(SubscriptionSet subscription, Channel channel) {
        return switch (channel) {
            case EMAIL -> subscription.email();
            case WEBHOOK -> subscription.webhook();
        };
    }
}
