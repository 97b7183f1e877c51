package org.pledgetracker.pledge.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Writes records, and comes back only when the broker has acknowledged them. */
@Component
public class Recorder implements DisposableBean {

    /** Longer than the producer's own limits, which come first. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Tracer tracer;
    private final KafkaProducer<byte[], byte[]> producer;

    Recorder(BrokerSettings settings, Tracer tracer) {
        this.tracer = tracer;
        this.producer = new KafkaProducer<>(
                settings.producer("pledge-service"), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Records and waits for the acknowledgement. Here the trace of a call ends: nothing of it is written with the record.
     *
     * @return the offset of the record
     * @throws BrokerUnavailable if it does not come: the record may have been written all the same
     */
    public long record(ProducerRecord<byte[], byte[]> record) {
        Span span = tracer.spanBuilder("record in the log").startSpan();
        try {
            long offset = acknowledged(record);
            span.setAttribute("outcome", "acknowledged");
            return offset;
        } catch (BrokerUnavailable e) {
            span.setAttribute("outcome", "unconfirmed").setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private long acknowledged(ProducerRecord<byte[], byte[]> record) {
        try {
            Future<RecordMetadata> acknowledgement = producer.send(record);
            return acknowledgement.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).offset();
        } catch (ExecutionException e) {
            throw new BrokerUnavailable(e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw new BrokerUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(e);
        }
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(2));
    }
}
