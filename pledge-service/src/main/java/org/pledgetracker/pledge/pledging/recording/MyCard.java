package org.pledgetracker.pledge.pledging.recording;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.pledge.pledging.Card;

/**
 * A GP's own card as it stands.
 *
 * @param existing null where there is none
 * @param mark of this version of it; empty where there is none
 */
public record MyCard(@Nullable Card existing, String mark) {

    static final MyCard NONE = new MyCard(null, "");

    public Optional<Card> card() {
        return Optional.ofNullable(existing);
    }
}
