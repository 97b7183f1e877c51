package org.pledgetracker.benchmarks;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
import org.pledgetracker.events.TopicProvisioning;
import org.pledgetracker.events.Topics;

/** A campaign of a given size, and as many cards for it as wanted; the same for the same seed. */
final class ManyCards {

    static final String CAMPAIGN = "benchmark";

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
    private static final int ACTIONS = 12;
    private static final List<EmploymentType> TYPES = List.of(EmploymentType.values());

    private final int regions;
    private final List<OnlyIf> conditions =
            List.of(new OnlyIf(Share.ofPercent(60), Scope.REGION), new OnlyIf(Share.ofPercent(40), Scope.EVERYWHERE));

    ManyCards(int regions) {
        this.regions = regions;
    }

    CampaignDefined campaign() {
        List<Region> named = IntStream.range(0, regions)
                .mapToObj(i -> new Region("region-" + i, "Region " + i))
                .toList();
        List<Action> actions =
                IntStream.range(0, ACTIONS).mapToObj(ManyCards::action).toList();
        CampaignDefinition definition = new CampaignDefinition(
                "Benchmark",
                "",
                CampaignState.OPEN,
                "nobody",
                AT,
                AT.plus(Duration.ofDays(10_000)),
                90,
                new CampaignDefinition.ConsentText("a", "a"),
                named,
                actions,
                new Electorate("invented", LocalDate.of(2026, 1, 1), headcounts(named)),
                conditions,
                thresholds(named),
                null,
                null);
        return new CampaignDefined(CAMPAIGN, 1, "sha256:benchmark", "none", "benchmark", AT, definition);
    }

    /** The card of that GP; two actions on average, a third of them conditional. */
    PledgesDeclared card(int gp) {
        Random random = new Random(gp * 31L + 7);
        List<Pledge> pledges = new ArrayList<>();
        for (int action = 0; action < ACTIONS; action++) {
            if (random.nextInt(6) == 0) {
                OnlyIf onlyIf = conditions.get(random.nextInt(conditions.size()));
                pledges.add(new Pledge("action-" + action, random.nextInt(3) == 0 ? onlyIf : null));
            }
        }
        return new PledgesDeclared(
                CAMPAIGN,
                pledger(gp),
                "region-" + random.nextInt(regions),
                TYPES.get(random.nextInt(TYPES.size())),
                pledges,
                new Consent("a", AT),
                AT);
    }

    /** Creates all topics where they are missing, and writes the campaign and the cards of these GPs. */
    void write(Map<String, Object> broker, int fromGp, int toGp) throws Exception {
        try (Admin admin = Admin.create(broker);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            new TopicProvisioning(1, false).provision(admin, Topics.ALL);
            Future<RecordMetadata> sent = producer.send(Topics.CAMPAIGNS.record(campaign(), AT));
            sent.get();
            for (int gp = fromGp; gp < toGp; gp++) {
                sent = producer.send(Topics.PLEDGES.record(card(gp), AT));
            }
            // idempotent and in order: when the last is there, all are
            sent.get();
        }
    }

    private static String pledger(int gp) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(gp * 0x9E3779B97F4A7C15L)
                .putLong(gp)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Action action(int number) {
        Map<EmploymentType, Openness> openTo = Map.of(
                EmploymentType.PARTNER, Openness.OPEN,
                EmploymentType.SALARIED, Openness.OPEN,
                EmploymentType.LOCUM, Openness.OPEN);
        return new Action(
                "action-" + number, "Action " + number, "", "", ActionKind.WITHIN_CONTRACT, openTo, List.of());
    }

    private static List<Electorate.Headcount> headcounts(List<Region> regions) {
        return regions.stream()
                .flatMap(region -> TYPES.stream()
                        .filter(EmploymentType::countsInShares)
                        .map(type -> new Electorate.Headcount(region.id(), type, 2_000)))
                .toList();
    }

    private static List<Threshold> thresholds(List<Region> regions) {
        return regions.stream()
                .map(region -> new Threshold(
                        "t-" + region.id(),
                        "Half of " + region.name(),
                        "action-0",
                        region.id(),
                        null,
                        AtLeast.share(Share.ofPercent(50)),
                        CountedBasis.IN_FORCE,
                        null,
                        Duration.ofMinutes(10)))
                .toList();
    }
}
