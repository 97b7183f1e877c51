package org.pledgetracker.pledge.log;

import java.time.Instant;
import java.util.OptionalLong;
import org.pledgetracker.events.HangingTransactions;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;
import org.pledgetracker.webkit.OpenTransactions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks for transactions that hang in the topics of this service. */
@Component
class OwnTransactions implements OpenTransactions, DisposableBean {

    private final HangingTransactions transactions;

    OwnTransactions(BrokerSettings settings) {
        transactions = new HangingTransactions(settings.client(), Topics.writtenBy(Writer.PLEDGE_SERVICE));
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
