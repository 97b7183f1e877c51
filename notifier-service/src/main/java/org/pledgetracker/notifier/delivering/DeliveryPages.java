package org.pledgetracker.notifier.delivering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.events.DeliveryEvent;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.Topics;
import org.pledgetracker.notifier.NotifierSettings;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.delivery.Attempt;
import org.pledgetracker.notifier.delivery.DeliveryBook.Standing;
import org.pledgetracker.notifier.subscribing.MySubscription;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.pledgetracker.webkit.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was sent: to a rep their own deliveries, to the organiser all. */
@Controller
class DeliveryPages {

    private static final int MOST = 200;
    private static final int PATIENCE_SECONDS = 8;
    /** A request must not meet the erasure of the same delivery, which would win if it came after. */
    private static final Duration ERASED_SOON = Duration.ofHours(1);

    private final DeliveryLog log;
    private final MySubscription mine;
    private final Producer<byte[], byte[]> producer;
    private final Duration kept;

    DeliveryPages(DeliveryLog log, MySubscription mine, Producer<byte[], byte[]> producer, NotifierSettings settings) {
        this.kept = settings.deliveriesKept();
        this.log = log;
        this.mine = mine;
        this.producer = producer;
    }

    @GetMapping("/deliveries")
    String list(
            Member member,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String channel,
            Model model) {
        List<DeliveryRow> rows = log.book().all().stream()
                .map(Standing::latest)
                .filter(latest -> isTheirs(latest, member))
                .flatMap(latest -> log.book().crossing(latest).stream()
                        .map(crossing -> DeliveryRow.of(latest, crossing, log.campaigns(), organisation(latest))))
                .filter(row -> state.isEmpty() || row.state().equals(state))
                .filter(row -> channel.isEmpty()
                        || row.channel()
                                .replace("-", "")
                                .toLowerCase(Locale.ROOT)
                                .equals(channel))
                .sorted(Comparator.comparing(DeliveryRow::at).reversed())
                .limit(MOST)
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("state", state);
        model.addAttribute("channel", channel);
        model.addAttribute("kept", kept.toDays());
        model.addAttribute("everybody", member.is(Role.ORGANISER));
        return "notifier-service/deliveries";
    }

    /** Only what is settled: nobody else writes about that, so this instance may, whoever owns the partition. */
    @PostMapping("/deliveries/again")
    String again(Member member, @RequestParam String key) throws InterruptedException {
        Instant now = InstantSource.system().instant();
        DeliveryEvent latest = log.book()
                .standing(key)
                .map(Standing::latest)
                .filter(found -> isTheirs(found, member))
                .filter(found -> !Attempt.isSettledBefore(found, now.minus(kept).plus(ERASED_SOON)))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-delivery",
                        "There is no such delivery",
                        "Open the list of what was sent again."));
        if (!Attempt.isPending(latest)) {
            RecordMetadata written = write(new DeliveryRequested(latest.delivery(), now, now));
            log.awaitHandled(Topics.DELIVERIES, written.partition(), written.offset());
        }
        return "redirect:/deliveries";
    }

    private boolean isTheirs(DeliveryEvent latest, Member member) {
        return member.is(Role.ORGANISER) || latest.delivery().rep().equals(mine.rep(member));
    }

    private Optional<String> organisation(DeliveryEvent latest) {
        return log.subscriptions().of(latest.delivery().rep()).map(SubscriptionSet::organisation);
    }

    private RecordMetadata write(DeliveryRequested requested) throws InterruptedException {
        try {
            return producer.send(Topics.DELIVERIES.record(requested, requested.at()))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new BrokerUnavailable(e);
        }
    }
}
