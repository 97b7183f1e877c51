package org.pledgetracker.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Tells whether the broker answers. */
public final class BrokerProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;

    /** @param clientSettings how to reach the broker */
    public BrokerProbe(Map<String, Object> clientSettings) {
        this.admin = Admin.create(clientSettings);
    }

    /** Whether the broker answers within two seconds. */
    public boolean answers() throws InterruptedException {
        try {
            DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
            admin.describeCluster(options).nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
