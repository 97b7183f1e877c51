package org.pledgetracker.tally.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.ActionKind;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.Electorate;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.events.Threshold;
import org.pledgetracker.events.Topics;

/** Eight campaigns, and a random history of cards, changes, moves and erasures; the same for the same seed. */
final class ManyCampaigns {

    static final int CAMPAIGNS = 8;
    /** More than there are GPs. */
    static final int NEVER = 1_000_000;

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
    private static final int GPS = 6_000;
    private static final List<String> ACTIONS = List.of("work-to-rule", "close-day", "refer-everything");
    private static final List<String> REGIONS = List.of("london", "wales", "scotland");
    private static final OnlyIf CONDITION = new OnlyIf(Share.ofPercent(30), Scope.REGION);

    /** Reached by the first twenty thousand cards in every campaign, and never left again. */
    private final List<Integer> reached = new ArrayList<>(List.of(10, 50, 200, 1_000));

    private final Random random;
    private int version;
    private int written;
    private final Map<String, PledgesDeclared> cards = new HashMap<>();

    ManyCampaigns(long seed) {
        this.random = new Random(seed);
    }

    static String campaign(int number) {
        return "campaign-" + number;
    }

    void define(KafkaProducer<byte[], byte[]> producer) throws ExecutionException, InterruptedException {
        version++;
        for (int number = 0; number < CAMPAIGNS; number++) {
            String digest = "sha256:" + number + "." + version;
            CampaignDefined defined =
                    new CampaignDefined(campaign(number), version, digest, "none", "test", AT, definition());
            producer.send(Topics.CAMPAIGNS.record(defined, AT)).get();
        }
    }

    /** Defines every campaign anew, with a level that it has passed long ago. */
    void addLevel(KafkaProducer<byte[], byte[]> producer, int level) throws ExecutionException, InterruptedException {
        reached.add(level);
        define(producer);
    }

    /** What is to be announced by now, each once. */
    List<String> crossings() {
        List<String> crossings = new ArrayList<>();
        for (int number = 0; number < CAMPAIGNS; number++) {
            for (String action : ACTIONS) {
                for (int level : reached) {
                    crossings.add(campaign(number) + "/" + action + "-" + level + " reached 1");
                }
            }
        }
        return crossings;
    }

    /** Writes that many more changes, and waits until the broker has them. */
    void write(KafkaProducer<byte[], byte[]> producer, int changes) throws ExecutionException, InterruptedException {
        written += changes;
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            sent.add(producer.send(next()));
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
    }

    /** Writes what is missing of that many changes since the beginning. */
    void writeUpTo(KafkaProducer<byte[], byte[]> producer, int changes)
            throws ExecutionException, InterruptedException {
        write(producer, Math.max(0, changes - written));
    }

    /** How many pledges there are now to that action, of all who may. */
    long pledged(String campaign, String action) {
        return cards.values().stream()
                .filter(card -> card.campaign().equals(campaign))
                .filter(card -> card.pledges().stream().anyMatch(p -> p.action().equals(action)))
                .count();
    }

    static List<String> actions() {
        return ACTIONS;
    }

    private ProducerRecord<byte[], byte[]> next() {
        String campaign = campaign(random.nextInt(CAMPAIGNS));
        String pledger = "%022d".formatted(random.nextInt(GPS));
        String key = PledgesDeclared.key(campaign, pledger);
        if (random.nextInt(50) == 0) {
            cards.remove(key);
            return Topics.PLEDGES.tombstone(key, AT);
        }
        PledgesDeclared card = card(campaign, pledger);
        cards.put(key, card);
        return Topics.PLEDGES.record(card, AT);
    }

    private PledgesDeclared card(String campaign, String pledger) {
        List<Pledge> pledges = new ArrayList<>();
        for (String action : ACTIONS) {
            if (random.nextInt(4) > 0) {
                pledges.add(new Pledge(action, random.nextInt(3) == 0 ? CONDITION : null));
            }
        }
        return new PledgesDeclared(
                campaign,
                pledger,
                REGIONS.get(random.nextInt(REGIONS.size())),
                random.nextBoolean() ? EmploymentType.PARTNER : EmploymentType.SALARIED,
                pledges,
                new Consent("a", AT),
                AT);
    }

    private CampaignDefinition definition() {
        List<Action> actions = ACTIONS.stream()
                .map(id -> new Action(
                        id,
                        id,
                        "",
                        "",
                        ActionKind.WITHIN_CONTRACT,
                        Map.of(
                                EmploymentType.PARTNER, Openness.OPEN,
                                EmploymentType.SALARIED, Openness.OPEN),
                        List.of()))
                .toList();
        List<Electorate.Headcount> headcounts = REGIONS.stream()
                .flatMap(region -> List.of(EmploymentType.PARTNER, EmploymentType.SALARIED).stream()
                        .map(type -> new Electorate.Headcount(region, type, GPS / 6)))
                .toList();
        return new CampaignDefinition(
                "Crash",
                "",
                CampaignState.OPEN,
                "nobody",
                AT,
                AT.plus(Duration.ofDays(10_000)),
                90,
                new CampaignDefinition.ConsentText("a", "a"),
                REGIONS.stream().map(id -> new Region(id, id)).toList(),
                actions,
                new Electorate("invented", LocalDate.of(2026, 1, 1), headcounts),
                List.of(CONDITION),
                thresholds(),
                null,
                null);
    }

    private List<Threshold> thresholds() {
        List<Integer> levels = new ArrayList<>(reached);
        levels.add(NEVER);
        return levels.stream()
                .flatMap(level -> ACTIONS.stream().map(action -> threshold(action, level)))
                .toList();
    }

    private static Threshold threshold(String action, int level) {
        return new Threshold(
                action + "-" + level,
                action + " " + level,
                action,
                null,
                null,
                AtLeast.count(level),
                CountedBasis.PLEDGED,
                null,
                Duration.ofMinutes(10));
    }
}
