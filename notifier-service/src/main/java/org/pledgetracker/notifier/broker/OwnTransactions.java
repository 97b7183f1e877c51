package org.pledgetracker.notifier.broker;

import java.time.Instant;
import java.util.OptionalLong;
import org.pledgetracker.events.HangingTransactions;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;
import org.pledgetracker.webkit.OpenTransactions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Looks for transactions that hang in the topics of this service. */
@Component
class OwnTransactions implements OpenTransactions, DisposableBean {

    private final HangingTransactions transactions;

    OwnTransactions(KafkaProperties kafka) {
        transactions = new HangingTransactions(kafka.buildAdminProperties(), Topics.writtenBy(Writer.NOTIFIER_SERVICE));
    }

    @Override
    public OptionalLong hanging() throws InterruptedException {
        return transactions.count(Instant.now());
    }

    @Override
    public void destroy() {
        transactions.close();
    }
}
