package org.pledgetracker.pledge.campaign;

import java.math.BigDecimal;
import org.pledgetracker.events.Share;

/** Shares as organisers write them: 0.6, never 60 %. */
final class Shares {

    static final Share UNREAD = Share.ofPercent(100);

    private Shares() {}

    static Share parse(String text) {
        try {
            return Share.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a share such as 0.6", e);
        }
    }
}
