package org.pledgetracker.notifier.subscription;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.pledgetracker.events.SubscriptionSet.Timing;

/** When mail may be sent, in the United Kingdom's time. */
public final class MailTime {

    private MailTime() {}

    /** The first moment from now on at which this timing allows mail. */
    public static Instant dueAt(Timing timing, Instant now) {
        ZonedDateTime local = now.atZone(Subscriber.UK);
        LocalTime daily = timing.dailyAt();
        return pastQuietHours(timing, daily == null ? local : next(local, daily))
                .toInstant();
    }

    /** Whether several alerts that are due together go into one mail. */
    public static boolean bundles(Timing timing) {
        return timing.dailyAt() != null || timing.quietFrom() != null;
    }

    private static ZonedDateTime pastQuietHours(Timing timing, ZonedDateTime local) {
        LocalTime from = timing.quietFrom();
        LocalTime to = timing.quietTo();
        if (from == null || to == null || from.equals(to)) {
            return local;
        }
        LocalTime time = local.toLocalTime();
        boolean overnight = to.isBefore(from);
        boolean quiet =
                overnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        return quiet ? next(local, to) : local;
    }

    /** The next moment at which clocks show that time: where they jump over it in spring, the first after. */
    private static ZonedDateTime next(ZonedDateTime local, LocalTime time) {
        ZonedDateTime today = local.toLocalDate().atTime(time).atZone(Subscriber.UK);
        return today.isBefore(local)
                ? local.toLocalDate().plusDays(1).atTime(time).atZone(Subscriber.UK)
                : today;
    }
}
