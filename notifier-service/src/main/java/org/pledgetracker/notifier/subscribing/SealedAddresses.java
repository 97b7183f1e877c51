package org.pledgetracker.notifier.subscribing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.WebhookAddress;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and seals the addresses of subscriptions. */
@Component
class SealedAddresses {

    private final NotifierKey key;
    private final JsonMapper json = new JsonMapper();

    SealedAddresses(NotifierKey key) {
        this.key = key;
    }

    /** Where a rep's mail goes, in plain. */
    @Nullable
    String email(SubscriptionSet subscription) {
        Contact email = subscription.email();
        return email == null
                ? null
                : key.open(subscription.rep(), email.sealed()).orElse(null);
    }

    /** Which address is called for a rep, in plain. */
    @Nullable
    String webhookUrl(SubscriptionSet subscription) {
        return webhook(subscription).map(WebhookAddress::url).orElse(null);
    }

    /** The webhook of a rep with its secrets. */
    Optional<WebhookAddress> webhook(SubscriptionSet subscription) {
        return Optional.ofNullable(subscription.webhook())
                .flatMap(contact -> key.open(subscription.rep(), contact.sealed()))
                .map(plain -> json.readValue(plain, WebhookAddress.class));
    }

    /** That address as the subscription's; one that it had already stays as it is. */
    @Nullable
    Contact withEmail(SubscriptionSet before, @Nullable String address, Instant now) {
        if (address == null) {
            return null;
        }
        String mark = key.mark(address);
        Contact had = before.email();
        return had != null && had.mark().equals(mark)
                ? had
                : new Contact(key.seal(before.rep(), address), mark, now, null);
    }

    /** That webhook as the subscription's, in use. */
    Contact withWebhook(SubscriptionSet before, WebhookAddress webhook, Instant now) {
        String mark = key.mark(webhook.url());
        Contact had = before.webhook();
        boolean goesOn = had != null && had.mark().equals(mark) && had.disabled() == null;
        Instant since = goesOn && had != null ? had.since() : now;
        return new Contact(key.seal(before.rep(), json.writeValueAsString(webhook)), mark, since, null);
    }
}
