package org.pledgetracker.notifier.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;
import org.pledgetracker.notifier.NotifierSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Creates this service's topics in the background, as soon as the broker lets it. */
@Component
class DeliveriesProvisioning implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveriesProvisioning.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaProperties kafka;
    private final TopicProvisioning provisioning;
    private final CountDownLatch stopping = new CountDownLatch(1);

    DeliveriesProvisioning(KafkaProperties kafka, NotifierSettings settings) {
        this.kafka = kafka;
        this.provisioning = new TopicProvisioning(settings.replication(), false);
    }

    @EventListener(ContextRefreshedEvent.class)
    void start() {
        Thread.ofVirtual().name("notifier-provisioning").start(this::provision);
    }

    private void provision() {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            while (!provisioned(admin)) {
                if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean provisioned(Admin admin) throws InterruptedException {
        try {
            provisioning.provision(admin, List.copyOf(Topics.writtenBy(Writer.NOTIFIER_SERVICE)));
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.info("The topics could not be created yet: {}", e.toString());
        } catch (IllegalStateException e) {
            LOG.error("This service cannot work: {}", e.getMessage());
        }
        return false;
    }

    @Override
    public void destroy() {
        stopping.countDown();
    }
}
