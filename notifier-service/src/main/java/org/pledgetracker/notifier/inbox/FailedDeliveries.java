package org.pledgetracker.notifier.inbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.DeliveryAbandoned;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.delivery.DeliveryBook.Standing;
import org.springframework.stereotype.Component;

/** What could not be sent to a rep, so that their inbox says so. */
@Component
class FailedDeliveries {

    private final DeliveryLog log;

    FailedDeliveries(DeliveryLog log) {
        this.log = log;
    }

    /** By the id of the alert, in plain words. */
    Map<String, List<String>> of(String rep) {
        return log.book().all().stream()
                .map(Standing::latest)
                .filter(latest -> latest.delivery().rep().equals(rep))
                .filter(DeliveryAbandoned.class::isInstance)
                .map(DeliveryAbandoned.class::cast)
                .collect(Collectors.groupingBy(
                        abandoned -> CrossingId.of(abandoned.campaign(), abandoned.threshold(), abandoned.crossing())
                                .alert(),
                        Collectors.mapping(FailedDeliveries::words, Collectors.toList())));
    }

    private static String words(DeliveryAbandoned abandoned) {
        String how = abandoned.delivery().channel() == Channel.EMAIL ? "by e-mail" : "to your webhook";
        return "It could not be sent " + how + ": " + abandoned.reason() + ".";
    }
}
