package org.pledgetracker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void aRecordBearsCloudEventsHeadersAndItsOwnTime() {
        Event event = Objects.requireNonNull(Examples.all().get("pledges.declared.v1"));
        ProducerRecord<byte[], byte[]> record = Topics.PLEDGES.record((PledgesDeclared) event, AT);

        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("pledges.declared.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/pledge-service");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "ce_id")).hasSize(36);
        assertThat(record.timestamp()).isEqualTo(AT.toEpochMilli());
        assertThat(record.key()).asString().isEqualTo("gp-action/AAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void everythingAboutACampaignLiesOnOnePartition() {
        assertThat(Partitions.of("gp-action/AAAA"))
                .isEqualTo(Partitions.of("gp-action"))
                .isEqualTo(Partitions.of("gp-action/work-to-rule"));
        assertThat(Topics.PLEDGES.tombstone("gp-action/AAAA", AT).partition()).isEqualTo(Partitions.of("gp-action"));
    }

    @Test
    void thePartitionOfACampaignNeverChanges() {
        assertThat(Partitions.of("gp-action-2026")).isEqualTo(7);
        assertThat(Partitions.of("a")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "null",
                "{}",
                "[]",
                "{\"type\":\"pledges.declared.v1\"}",
                "{\"type\":\"tally.counted.v1\"}",
                "{\"type\":\"org.example.Evil\"}",
                "{\"type\":\"pledges.declared.v1\",\"campaign\":\"c\",\"pledger\":\"p\",\"region\":\"r\","
                        + "\"employmentType\":\"consultant\",\"pledges\":[],"
                        + "\"consent\":{\"version\":\"a\",\"at\":\"2026-11-02T09:00:00Z\"},"
                        + "\"declaredAt\":\"2026-11-02T09:00:00Z\"}"
            })
    void aValueThatIsNoEventOfTheTopicIsUnreadable(String value) {
        assertThatThrownBy(() -> Topics.PLEDGES.read(bytes(value))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anotherVersionOfAKnownTypeStopsTheReader() {
        assertThatThrownBy(() -> Topics.PLEDGES.read(bytes("{\"type\":\"pledges.declared.v2\"}")))
                .isInstanceOf(UnknownEventVersion.class)
                .hasMessageContaining("pledges.declared.v2")
                .hasMessageContaining("upgrade");
    }

    @Test
    void aFieldThatALaterWriterAddsIsIgnored() {
        String value = "{\"type\":\"campaign-key.created.v1\",\"campaign\":\"c\",\"wrappedKey\":\"a\","
                + "\"fingerprint\":\"f\",\"createdAt\":\"2026-11-02T09:00:00Z\",\"later\":[1,{}]}";
        assertThat(Topics.CAMPAIGN_KEYS.read(bytes(value)).campaign()).isEqualTo("c");
    }

    @Test
    void whatIsWrongWithAValueIsToldWithoutQuotingIt() {
        assertThatThrownBy(() -> Topics.PLEDGES.read(bytes("\"Dr Jane Doe\""))).hasMessageNotContaining("Jane");
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String key) {
        Header header = record.headers().lastHeader(key);
        return new String(Objects.requireNonNull(header, key).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
