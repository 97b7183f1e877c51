package org.pledgetracker.pledge.pledging.recording;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.pledge.pledging.Card;

/** Lets cards share the values that are equal, so that a million of them fit: there are few regions, pledges and hours. */
final class SharedValues {

    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    Card compact(Card card) {
        Consent consent = card.consent();
        return new Card(
                shared(card.region()),
                card.employmentType(),
                card.pledges().stream()
                        .map(pledge -> shared(new Pledge(shared(pledge.action()), pledge.onlyIf())))
                        .toList(),
                shared(new Consent(shared(consent.version()), shared(consent.at()))),
                shared(card.declaredAt()));
    }

    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        Object before = known.putIfAbsent(value, value);
        return before == null ? value : (T) before;
    }
}
