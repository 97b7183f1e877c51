package org.pledgetracker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.pledgetracker.events.Partitions;
import org.pledgetracker.events.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The peer: reads a card, produces it, waits for the broker and answers. No security, no decision, nothing kept. */
@RestController
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class BareHandler {

    private static final byte[] KEY = (AcceptingService.CAMPAIGN + "/bare").getBytes(StandardCharsets.UTF_8);

    private final KafkaProducer<byte[], byte[]> producer;
    private final JsonMapper json;

    BareHandler(@Value("${bootstrap.servers}") String bootstrapServers, JsonMapper json) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        // as pledge-service has them
        settings.put("linger.ms", 0);
        settings.put("max.in.flight.requests.per.connection", 1);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.json = json;
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BareHandler.class)
                .properties(
                        "spring.config.name=none", "spring.threads.virtual.enabled=true", "spring.main.banner-mode=off")
                .run(arguments);
    }

    @PutMapping("/api/campaigns/accept/my-pledges")
    Map<String, Object> declare(@RequestBody Map<String, Object> card) throws ExecutionException, InterruptedException {
        Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(
                Topics.PLEDGES.name(), Partitions.of(AcceptingService.CAMPAIGN), KEY, json.writeValueAsBytes(card)));
        sent.get();
        return card;
    }
}
