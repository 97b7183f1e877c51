package org.pledgetracker.notifier.subscribing;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.notifier.NotifierSettings;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.subscription.Subscriber;
import org.pledgetracker.notifier.subscription.WebhookAddress;
import org.pledgetracker.notifier.subscription.Wish;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The webhooks of the organisation, which are called for every crossing whoever is signed in. Each is a subscription under a
 * random handle, so that it fans out, is retried and is told of as a rep's is.
 */
@Component
class OrganisationWebhooks {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 80;
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Subscribing subscribing;
    private final SealedAddresses addresses;
    private final DeliveryLog log;
    private final boolean development;

    OrganisationWebhooks(
            Subscribing subscribing, SealedAddresses addresses, DeliveryLog log, NotifierSettings settings) {
        this.subscribing = subscribing;
        this.addresses = addresses;
        this.log = log;
        this.development = settings.development();
    }

    /**
     * One of them.
     *
     * @param url which address is called; null if this master key cannot read it
     * @param disabled why it is not called any more; null while it is
     */
    record Row(
            String id,
            String name,
            @Nullable String url,
            @Nullable String disabled) {}

    /** All, by name. */
    List<Row> all() {
        return subscriptions().stream()
                .map(found -> new Row(
                        found.rep(),
                        Objects.toString(found.organisation(), ""),
                        addresses.webhookUrl(found),
                        found.webhook() == null ? null : found.webhook().disabled()))
                .sorted(Comparator.comparing(Row::name).thenComparing(Row::id))
                .toList();
    }

    /**
     * Calls this address too from now on.
     *
     * @return the secret that its calls are signed with
     * @throws Problem with every fault, if it cannot be called
     */
    String add(String name, String url) throws InterruptedException {
        List<Problem.Fault> faults = faults(name, url);
        if (!faults.isEmpty()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "faulty-webhook",
                            "This cannot be called",
                            "Mend what is named below, then send it again.")
                    .withFaults(faults);
        }
        WebhookAddress webhook = WebhookAddress.fresh(url);
        subscribing.change(
                newId(),
                Patch.whole(),
                before -> Subscriber.ofOrganisation(
                        before, name, addresses.withWebhook(before, webhook, before.at()), before.at()));
        return webhook.secret();
    }

    /**
     * Gives a webhook another secret, and calls it again if it was not called any more.
     *
     * @return the secret; the one before signs too for a while
     * @throws Problem if there is no such webhook
     */
    String renewSecret(String id) throws InterruptedException {
        AtomicReference<String> secret = new AtomicReference<>("");
        subscribing.change(known(id).rep(), Patch.whole(), before -> {
            WebhookAddress rotated = addresses
                    .webhook(before)
                    .orElseThrow(OrganisationWebhooks::unknown)
                    .rotated(before.at().plus(MySubscription.OVERLAP));
            secret.set(rotated.secret());
            return Subscriber.withWebhook(before, addresses.withWebhook(before, rotated, before.at()), before.at());
        });
        return secret.get();
    }

    /**
     * Calls a webhook no more, and erases its address and secret.
     *
     * @throws Problem if there is no such webhook
     */
    void remove(String id) throws InterruptedException {
        subscribing.erase(known(id).rep(), found -> found.organisation() != null);
    }

    private List<Problem.Fault> faults(String name, String url) {
        List<Problem.Fault> faults = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Problem.Fault("name", "Name it, in at most " + LONGEST_NAME + " letters."));
        }
        if (subscriptions().size() >= MOST) {
            faults.add(new Problem.Fault("webhook", "There are " + MOST + " already: remove one first."));
        }
        Wish.ofWebhook(url).faults(development).stream()
                .map(fault -> new Problem.Fault(fault.field(), fault.message()))
                .forEach(faults::add);
        return faults;
    }

    private SubscriptionSet known(String id) {
        return log.subscriptions()
                .of(id)
                .filter(found -> found.organisation() != null)
                .orElseThrow(OrganisationWebhooks::unknown);
    }

    private List<SubscriptionSet> subscriptions() {
        return log.subscriptions().all().stream()
                .filter(found -> found.organisation() != null)
                .toList();
    }

    private static String newId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Problem unknown() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-webhook",
                "There is no such webhook",
                "It may have been removed: open the list of webhooks again.");
    }
}
