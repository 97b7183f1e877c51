package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pledgetracker.tally.SampleCampaign.randomCard;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnknownEventVersion;
import org.pledgetracker.events.UnreadableEvent;
import org.pledgetracker.tally.SampleCampaign;
import org.pledgetracker.tally.counting.CardContent;
import tools.jackson.databind.json.JsonMapper;

class CardReaderTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final CardReader reader = new CardReader();

    @RepeatedTest(50)
    void readsWhatPledgeServiceWritesWithoutHelp(RepetitionInfo seed) {
        PledgesDeclared card = randomCard(new Random(seed.getCurrentRepetition()), 100);

        assertThat(reader.readUsual(value(card))).isEqualTo(CardContent.of(card));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pledges.declared.v1.json", "pledges.declared.v1-empty.json"})
    void readsGoldenCards(String name) throws IOException {
        byte[] golden;
        try (InputStream in = PledgesDeclared.class.getResourceAsStream("/golden/" + name)) {
            golden = Objects.requireNonNull(in, name).readAllBytes();
        }

        byte[] asWritten = JSON.writeValueAsBytes(JSON.readTree(golden));
        assertThat(reader.readUsual(asWritten)).isEqualTo(CardContent.of(Topics.PLEDGES.read(golden)));
        assertThat(reader.read(golden)).isEqualTo(CardContent.of(Topics.PLEDGES.read(golden)));
    }

    /** Whatever is done to a card, this says the same as the reader of the whole event. */
    @RepeatedTest(200)
    void agreesWithTheReaderOfTheWholeEventOnDamagedCards(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < 20; i++) {
            byte[] damaged = damage(value(randomCard(random, 100)), random);
            assertThat(outcome(() -> reader.read(damaged)))
                    .as(new String(damaged, UTF_8))
                    .isEqualTo(outcome(() -> CardContent.of(Topics.PLEDGES.read(damaged))));
        }
    }

    @Test
    void aFieldThatIsNewToUsIsLeftToTheReaderOfTheWholeEvent() {
        PledgesDeclared card = randomCard(new Random(1), 1);
        byte[] newer = new String(value(card), UTF_8)
                .replaceFirst("\\{", "{\"new\":[1],")
                .getBytes(UTF_8);

        assertThat(reader.read(newer)).isEqualTo(CardContent.of(card));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"a\"},{\"action\":\"a\"}",
                "{\"action\":\"a\"},{\"action\":\"a\",\"onlyIf\":{\"share\":0.5,\"scope\":\"region\"}}",
                "{\"action\":\"a\"},{\"action\":\"b\"}, {\"action\":\"a\"}"
            })
    void aCardThatPledgesTwiceToAnActionIsUnreadable(String pledges) {
        PledgesDeclared empty = SampleCampaign.card("p", "london", EmploymentType.PARTNER);
        byte[] twice = new String(value(empty), UTF_8)
                .replace("\"pledges\":[", "\"pledges\":[" + pledges)
                .getBytes(UTF_8);

        assertThatThrownBy(() -> reader.read(twice)).isInstanceOf(UnreadableEvent.class);
    }

    /** What looks like the end of a pledge or of a text may stand in a text. */
    @ParameterizedTest
    @ValueSource(strings = {"a}b", "a}}b", "a]b", "a\"b", "a\\b", "a,b", "\u00e9", "a\tb", "{", ""})
    void textsMayHoldWhatElseEndsThem(String text) {
        Pledge other = new Pledge("b", SampleCampaign.HALF_EVERYWHERE);
        PledgesDeclared asRegion =
                SampleCampaign.card("p", text, EmploymentType.PARTNER, Pledge.firm("work-to-rule"), other);
        PledgesDeclared asAction = SampleCampaign.card("p", "london", EmploymentType.PARTNER, Pledge.firm(text), other);

        assertThat(reader.read(value(asRegion))).isEqualTo(CardContent.of(asRegion));
        assertThat(reader.read(value(asAction))).isEqualTo(CardContent.of(asAction));
    }

    private static byte[] value(PledgesDeclared card) {
        return Topics.PLEDGES.record(card, SampleCampaign.AT).value();
    }

    private static byte[] damage(byte[] value, Random random) {
        String text = new String(value, UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, random.nextInt(text.length())).getBytes(UTF_8);
            case 1 -> (text + "{}").getBytes(UTF_8);
            case 2 ->
                text.replace("declared.v1", "declared.v" + random.nextInt(9)).getBytes(UTF_8);
            case 3 -> {
                String[] names = {"region", "pledger", "consent", "employmentType", "declaredAt", "pledges", "type"};
                yield text.replace("\"" + names[random.nextInt(names.length)] + "\"", "\"other\"")
                        .getBytes(UTF_8);
            }
            default -> {
                byte[] damaged = value.clone();
                damaged[random.nextInt(damaged.length)] = (byte) "\"{}[]:,0x".charAt(random.nextInt(9));
                yield damaged;
            }
        };
    }

    private static Object outcome(Supplier<CardContent> read) {
        try {
            return read.get();
        } catch (UnreadableEvent | UnknownEventVersion e) {
            return e.getClass();
        }
    }
}
