package org.pledgetracker.notifier.subscribing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.notifier.NotifierSettings;
import org.pledgetracker.notifier.alert.Cursor;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.alert.RepHandle;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.notifier.subscription.WebhookAddress;
import org.pledgetracker.notifier.subscription.Wish;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a signed-in rep sees and changes of their own subscription. */
@Component
public class MySubscription {

    /** How long a receiver has to change over to a new secret. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private final Subscribing subscribing;
    private final SealedAddresses addresses;
    private final RepHandle handle;
    private final boolean development;

    MySubscription(Subscribing subscribing, SealedAddresses addresses, RepHandle handle, NotifierSettings settings) {
        this.subscribing = subscribing;
        this.addresses = addresses;
        this.handle = handle;
        this.development = settings.development();
    }

    /** The handle that a member is known by. */
    public String rep(Member member) {
        return handle.of(member.issuer(), member.subject());
    }

    /** Notes that a member is here, in the background. */
    public void seen(Member member) {
        subscribing.seen(rep(member), Patches.of(member));
    }

    /** How far a member has read their inbox. */
    public Cursor readUpTo(Member member) {
        return readUpTo(subscribing.of(rep(member), Patches.of(member)));
    }

    /** Notes that a member has read their inbox up to this cursor. An older page takes nothing back. */
    public void read(Member member, Cursor cursor) throws InterruptedException {
        change(
                member,
                before -> Subscriber.read(before, readUpTo(before).and(cursor).toString(), before.at()));
    }

    private static Cursor readUpTo(SubscriptionSet subscription) {
        return Cursor.parse(subscription.readUpTo()).orElse(Cursor.START);
    }

    Choices choices(Member member, Collection<CampaignDefined> definitions) {
        return Choices.of(subscribing.of(rep(member), Patches.of(member)), definitions);
    }

    SubscriptionShape show(Member member) {
        return SubscriptionShape.of(subscribing.of(rep(member), Patches.of(member)), addresses, null);
    }

    /**
     * Grants a wish.
     *
     * @throws Problem with every fault, if it cannot be granted
     */
    SubscriptionShape grant(Member member, Wish wish) throws InterruptedException {
        List<Wish.Fault> faults = wish.faults(development);
        if (!faults.isEmpty()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "faulty-subscription",
                            "This cannot be subscribed to",
                            "Mend what is named below, then send it again.")
                    .withFaults(faults.stream()
                            .map(fault -> new Problem.Fault(fault.field(), fault.message()))
                            .toList());
        }
        AtomicReference<@Nullable String> newSecret = new AtomicReference<>();
        SubscriptionSet after = change(
                member,
                before -> Subscriber.with(
                        before,
                        wish.interest(),
                        wish.timing(),
                        addresses.withEmail(before, wish.email(), before.at()),
                        webhook(before, wish.webhook(), newSecret),
                        before.at()));
        return SubscriptionShape.of(after, addresses, newSecret.get());
    }

    /**
     * Gives the webhook another secret.
     *
     * @throws Problem if there is no webhook
     */
    SubscriptionShape rotateSecret(Member member) throws InterruptedException {
        AtomicReference<@Nullable String> newSecret = new AtomicReference<>();
        SubscriptionSet after = change(member, before -> {
            WebhookAddress rotated = addresses
                    .webhook(before)
                    .orElseThrow(() -> new Problem(
                            HttpStatus.NOT_FOUND,
                            "no-webhook",
                            "There is no webhook",
                            "Subscribe with a webhook's address first."))
                    .rotated(before.at().plus(OVERLAP));
            newSecret.set(rotated.secret());
            return Subscriber.withWebhook(before, addresses.withWebhook(before, rotated, before.at()), before.at());
        });
        return SubscriptionShape.of(after, addresses, newSecret.get());
    }

    private @Nullable Contact webhook(
            SubscriptionSet before, @Nullable String url, AtomicReference<@Nullable String> newSecret) {
        if (url == null) {
            return null;
        }
        Instant now = before.at();
        Optional<WebhookAddress> had =
                addresses.webhook(before).filter(known -> known.url().equals(url));
        WebhookAddress webhook = had.orElseGet(() -> WebhookAddress.fresh(url));
        if (had.isEmpty()) {
            newSecret.set(webhook.secret());
        }
        return addresses.withWebhook(before, webhook, now);
    }

    private SubscriptionSet change(Member member, UnaryOperator<SubscriptionSet> change) throws InterruptedException {
        Patch patch = Patches.of(member);
        return subscribing.change(rep(member), patch, change);
    }
}
