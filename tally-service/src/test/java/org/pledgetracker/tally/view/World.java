package org.pledgetracker.tally.view;

import static org.pledgetracker.tally.SampleCampaign.AT;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.FiguresDisclosed;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.tally.TallySettings;
import org.pledgetracker.tally.counting.Group;
import org.pledgetracker.tally.deciding.Decision;
import org.pledgetracker.tally.deciding.Standing;
import org.pledgetracker.tally.disclosure.Disclosures;
import org.pledgetracker.webkit.BrokerUnavailable;
import org.pledgetracker.webkit.TestTokens;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** All that this service shows, over HTTP, without a broker: what is decided is fed to it, and its clock is ours. */
final class World implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final Map<String, PledgesDeclared> cards = new HashMap<>();
    private Standing standing = Standing.NEW;
    private long offset = -1;

    World(TestTokens tokens) {
        List<String> arguments = new ArrayList<>(List.of(tokens.arguments()));
        arguments.add("--server.port=0");
        arguments.add("--management.endpoint.health.validate-group-membership=false");
        arguments.add("--spring.kafka.bootstrap-servers=localhost:1");
        context = new SpringApplicationBuilder(Parts.class)
                .properties("spring.config.name=tally-service")
                .run(arguments.toArray(String[]::new));
    }

    /** Begins with another campaign. */
    void define(CampaignDefined campaign) {
        cards.clear();
        standing = Standing.NEW;
        feed(Topics.CAMPAIGNS.record(campaign, AT));
    }

    void declare(PledgesDeclared card) {
        offset++;
        cards.put(card.pledger(), card);
    }

    void erase(String pledger) {
        offset++;
        cards.remove(pledger);
    }

    /** Decides as the counting does, and publishes. */
    Decision look(CampaignDefined campaign, Instant now) {
        bean(Ticking.class).now = now;
        Decision decision = Decision.of(campaign, pledged(), offset, standing, now);
        standing = standing.after(decision);
        decision.tallies().forEach(tally -> feed(Topics.TALLIES.record(tally, now)));
        decision.releases().forEach(release -> feed(Topics.RELEASES.record(release, now)));
        decision.records().forEach(recorded -> feed(Topics.TALLY_HISTORY.record(recorded, now)));
        decision.crossings().forEach(crossing -> feed(Topics.THRESHOLD_EVENTS.record(crossing, now)));
        return decision;
    }

    Map<Group, Integer> pledged() {
        Map<Group, Integer> pledged = new HashMap<>();
        for (PledgesDeclared card : cards.values()) {
            for (Pledge pledge : card.pledges()) {
                pledged.merge(
                        new Group(pledge.action(), card.region(), card.employmentType(), pledge.onlyIf()),
                        1,
                        Integer::sum);
            }
        }
        return pledged;
    }

    <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    /** Everything that an answer consists of, but for the date and what is random in every answer. */
    String watch(String path, String token, String accept, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, token, accept);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Map<String, List<String>> shown = new TreeMap<>(answer.headers().map());
        shown.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("set-cookie"));
        String body = answer.body().replaceAll("(name=\"csrf-token\" content|name=\"_csrf\" value)=\"[^\"]*\"", "$1");
        return answer.statusCode() + "\n" + shown + "\n" + body;
    }

    Listening listen(String path, String token) throws IOException, InterruptedException {
        return new Listening(
                HTTP.send(request(path, token, "text/event-stream").build(), HttpResponse.BodyHandlers.ofInputStream())
                        .body());
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path, String token, String accept) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept);
    }

    private void feed(ProducerRecord<byte[], byte[]> record) {
        bean(TallyView.class).take(new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value()));
    }

    /** Stands still until it is told to go on. */
    static final class Ticking implements InstantSource {

        private volatile Instant now = AT;

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Records looks at exact figures, or cannot. */
    static final class Taken implements Disclosures {

        final List<FiguresDisclosed> looks = new CopyOnWriteArrayList<>();
        volatile boolean works = true;

        @Override
        public void record(FiguresDisclosed disclosed) {
            if (!works) {
                throw new BrokerUnavailable(null);
            }
            looks.add(disclosed);
        }
    }

    /** Follows a stream of events. */
    static final class Listening implements AutoCloseable {

        private final InputStream stream;
        private final BufferedReader lines;

        Listening(InputStream stream) {
            this.stream = stream;
            this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        @Nullable
        String next() throws IOException {
            return lines.readLine();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** The service without its counting and without its follower. Not a configuration: it must not be scanned. */
    @EnableAutoConfiguration
    @EnableConfigurationProperties(TallySettings.class)
    @ComponentScan(
            basePackages = "org.pledgetracker.tally",
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.pledgetracker\\.tally\\.((broker|recount)\\..*|disclosure\\.(RecordDisclosures|Disclosure(View|Pages))|TallyService|TallyClock)"),
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = TallyView.class)
            })
    static class Parts {

        @Bean
        Ticking clock() {
            return new Ticking();
        }

        @Bean
        Taken disclosures() {
            return new Taken();
        }

        @Bean
        TallyView tallyView(KafkaProperties kafka) {
            return new TallyView(kafka) {
                @Override
                public void afterPropertiesSet() {}

                @Override
                public void destroy() {}

                @Override
                public boolean isComplete() {
                    return true;
                }
            };
        }
    }
}
