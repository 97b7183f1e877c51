package org.pledgetracker.pledge.campaign.publishing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.CampaignKeyCreated;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.pledge.pseudonym.CampaignKey;
import org.pledgetracker.pledge.pseudonym.MasterKey;
import org.pledgetracker.webkit.CannotStart;
import org.pledgetracker.webkit.TestTokens;

/** On a broker of its own: a log without its keys would stop every other start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostKeysIT {

    private final TestTokens tokens = TestTokens.start();
    private final RealBroker broker = RealBroker.forked();
    private final Path folder = RunningService.campaigns("lost", Samples.VALID, Samples.ELECTORATE);

    @AfterAll
    void stop() {
        tokens.close();
    }

    @Test
    void aKeyThatIsLostOrIsNotTheOneOfTheDefinitionCannotStart() throws Exception {
        CampaignKeyCreated key;
        try (RunningService service = start()) {
            Campaigns campaigns = service.bean(Campaigns.class);
            key = await().until(() -> campaigns.keyOf("lost"), Optional::isPresent)
                    .orElseThrow();
        }

        write(Topics.CAMPAIGN_KEYS.tombstone("lost", Instant.now()));
        assertThatThrownBy(() -> start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The topic campaign-keys holds no key of lost")
                .hasMessageContaining("every GP would count twice");

        CampaignKey other = CampaignKey.random();
        String wrapped = MasterKey.of(RunningService.MASTER_KEY).wrap(other, "lost");
        write(Topics.CAMPAIGN_KEYS.record(
                new CampaignKeyCreated("lost", wrapped, other.fingerprint(), Instant.now(), null), Instant.now()));
        assertThatThrownBy(() -> start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The key of campaign 'lost' is not the one that its definition names");

        write(Topics.CAMPAIGN_KEYS.record(key, Instant.now()));
        start().close();
    }

    @Test
    void aKeyThatWasMadeWhileMembersWereKnownByAnotherClaimCannotStart() {
        start().close();

        assertThatThrownBy(() -> start("pledge-tracker.claims.member=oid"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("while members were known by '" + tokens.issuer() + " sub'")
                .hasMessageContaining("now they are known by '" + tokens.issuer() + " oid'");
    }

    private RunningService start(String... settings) {
        return RunningService.start(
                tokens,
                folder,
                Stream.concat(
                                Stream.of("spring.kafka.bootstrap-servers=" + broker.bootstrapServers()),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    private void write(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }
}
