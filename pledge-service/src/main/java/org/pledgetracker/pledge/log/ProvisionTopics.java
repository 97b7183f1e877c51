package org.pledgetracker.pledge.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Creates the topics that this service writes, in the background, as soon as the broker answers. */
@Component
class ProvisionTopics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionTopics.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> client;
    private final TopicProvisioning provisioning;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    ProvisionTopics(
            BrokerSettings settings,
            @Value("${pledge-tracker.kafka.replication:1}") int replication,
            @Value("${pledge-tracker.kafka.flush-pledges:true}") boolean flushPledges) {
        this.client = settings.client();
        this.provisioning = new TopicProvisioning(replication, flushPledges);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("pledge-service-topics").daemon().start(this::provision);
    }

    private void provision() {
        boolean saidSo = false;
        try {
            while (stopping.getCount() > 0) {
                try (Admin admin = Admin.create(client)) {
                    provisioning.provision(admin, Topics.writtenBy(Writer.PLEDGE_SERVICE));
                    return;
                } catch (ExecutionException | KafkaException e) {
                    if (!saidSo) {
                        LOG.warn("The topics cannot be made yet, trying on: {}", e.toString());
                        saidSo = true;
                    }
                }
                if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            LOG.error("This service cannot take pledges: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread current = thread;
        if (current != null) {
            current.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
