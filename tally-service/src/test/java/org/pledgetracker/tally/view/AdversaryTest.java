package org.pledgetracker.tally.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.card;
import static org.pledgetracker.tally.SampleCampaign.count;
import static org.pledgetracker.tally.SampleCampaign.threshold;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.events.AtLeast;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.events.PledgesDeclared;
import org.pledgetracker.events.Share;
import org.pledgetracker.tally.SampleCampaign;
import org.pledgetracker.tally.deciding.Decision;
import org.pledgetracker.webkit.TestTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two worlds that differ in what one known GP pledged. Whoever watches everything in both, step by step, must not be able to
 * tell them apart for as long as the same figures are released to them and the same thresholds are crossed: to the byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdversaryTest {

    private static final Logger LOG = LoggerFactory.getLogger(AdversaryTest.class);

    /** So many in each build; the more, the more chances an attacker has. */
    private static final int RUNS = Integer.getInteger("adversary.runs", 20);

    private static final int STEPS = 25;
    private static final List<String> REGIONS = List.of("london", "wales", "kent");
    private static final Pattern MARK = Pattern.compile("etag=\\[([^\\]]*)\\]");
    /** It ended four minutes after the start, so that later pages tell what has changed since. */
    private static final String LAST_VISIT = (AT.getEpochSecond() / 60 + 3) + "." + (AT.getEpochSecond() / 60 + 4);

    private static final String KNOWN = "known";
    /** High enough for figures of regions to be released, and to differ, before it is reached. */
    private static final String PUBLISHES = "thirty";

    private final TestTokens tokens = TestTokens.start();
    private final World with = new World(tokens);
    private final World without = new World(tokens);
    private final List<Watcher> watchers = List.of(
            new Watcher(tokens.rep("london"), new Sight(false, false, Set.of("london"))),
            new Watcher(tokens.rep("wales", "kent"), new Sight(false, false, Set.of("wales", "kent"))),
            new Watcher(tokens.gp("g", "london", "partner"), new Sight(false, false, Set.of())));

    private int compared;
    private int comparedWhileTheTruthDiffered;
    private int toldApart;

    @AfterAll
    void close() {
        with.close();
        without.close();
        tokens.close();
    }

    @Test
    void nobodyLearnsOfOnePledgeMoreThanWhatIsReleasedAndCrossed() throws Exception {
        for (int seed = 1; seed <= RUNS; seed++) {
            run(seed);
        }

        LOG.info(
                "Answers compared in {} pairs of worlds: {}, of these {} while one pledge differed; {} times they came to be told"
                        + " apart, by what was released or crossed",
                RUNS,
                compared,
                comparedWhileTheTruthDiffered,
                toldApart);
        // the test would be void if the worlds never differed, or never came to show it
        assertThat(comparedWhileTheTruthDiffered).isGreaterThan(25 * RUNS);
        assertThat(toldApart).isGreaterThan(RUNS / 4);
        assertThat(compared).isGreaterThan(comparedWhileTheTruthDiffered);
    }

    private void run(int seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        // every other one: there are most ways to tell too much
        Publishing publishing =
                seed % 2 == 0 ? Publishing.THRESHOLD : seed % 4 == 1 ? Publishing.CLOSING : Publishing.DATE;
        CampaignDefined campaign = campaign("run-" + seed, publishing);
        with.define(campaign);
        without.define(campaign);
        List<Watch> watches = new ArrayList<>();
        for (Watcher watcher : watchers) {
            watches.add(new Watch(
                    publishing == Publishing.DATE ? watcher.ofPublished() : watcher,
                    campaign.campaign(),
                    publishing == Publishing.THRESHOLD));
        }
        Instant now = AT;
        for (int step = 0; step < STEPS; step++) {
            now = now.plusMillis(1 + random.nextInt(90_000));
            change(random);
            Decision here = with.look(campaign, now);
            Decision there = without.look(campaign, now);
            for (Watch watch : List.copyOf(watches)) {
                if (!watch.isAllowedToKnow(here, there, now)) {
                    watch.compare();
                } else {
                    toldApart++;
                    watches.remove(watch);
                }
            }
        }
    }

    /** A few GPs change their cards in both worlds; the known one does so in the first alone. */
    private void change(Random random) {
        for (int i = random.nextInt(7); i >= 0; i--) {
            PledgesDeclared card = SampleCampaign.randomCard(random, 150);
            PledgesDeclared there = card(
                    card.pledger(),
                    REGIONS.get(random.nextInt(3)),
                    card.employmentType(),
                    card.pledges().toArray(Pledge[]::new));
            boolean erased = random.nextInt(6) == 0;
            for (World world : List.of(with, without)) {
                if (erased) {
                    world.erase(there.pledger());
                } else {
                    world.declare(there);
                }
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> with.erase(KNOWN);
            case 1 -> with.declare(card(KNOWN, "london", EmploymentType.PARTNER, Pledge.firm(CLOSE_DAY)));
            case 2 ->
                with.declare(card(
                        KNOWN,
                        "london",
                        EmploymentType.PARTNER,
                        new Pledge(CLOSE_DAY, SampleCampaign.HALF_OF_REGION),
                        Pledge.firm(SampleCampaign.RESIGN)));
            default -> {
                // as before
            }
        }
    }

    private static CampaignDefined campaign(String id, Publishing publishing) {
        CampaignDefinition definition = SampleCampaign.definition(
                CampaignState.OPEN,
                REGIONS,
                count("ten-in-london", "london", 10),
                count(PUBLISHES, null, 30),
                threshold("half-of-wales", "wales", AtLeast.share(Share.ofPercent(60))));
        return SampleCampaign.defined(
                id,
                1,
                switch (publishing) {
                    case CLOSING -> definition;
                    case DATE -> SampleCampaign.published(definition, AT.minus(Duration.ofHours(1)), null);
                    case THRESHOLD -> SampleCampaign.published(definition, null, PUBLISHES);
                });
    }

    /** What lets everybody see what is released. */
    private enum Publishing {
        CLOSING,
        DATE,
        THRESHOLD
    }

    /** One watcher in both worlds. */
    private final class Watch {

        private final Watcher watcher;
        private final String campaign;
        private final Watcher.Allowed here;
        private final Watcher.Allowed there;
        private final boolean byThreshold;
        private final Watcher.Allowed publishedHere;
        private final Watcher.Allowed publishedThere;
        private final Map<String, String> marks = new HashMap<>();
        private final LiveClient liveHere;
        private final LiveClient liveThere;

        Watch(Watcher watcher, String campaign, boolean byThreshold) {
            this.watcher = watcher;
            this.campaign = campaign;
            this.here = watcher.new Allowed();
            this.there = watcher.new Allowed();
            this.byThreshold = byThreshold;
            this.publishedHere = watcher.ofPublished().new Allowed();
            this.publishedThere = watcher.ofPublished().new Allowed();
            this.liveHere = with.bean(LiveTallies.class).join(campaign, watcher.sight());
            this.liveThere = without.bean(LiveTallies.class).join(campaign, watcher.sight());
        }

        boolean isAllowedToKnow(Decision decidedHere, Decision decidedThere, Instant now) {
            here.add(decidedHere, now);
            there.add(decidedThere, now);
            publishedHere.add(decidedHere, now);
            publishedThere.add(decidedThere, now);
            if (byThreshold && (publishedHere.everReached(PUBLISHES) || publishedThere.everReached(PUBLISHES))) {
                return !publishedHere.equals(publishedThere);
            }
            return !here.equals(there);
        }

        void compare() throws IOException, InterruptedException {
            String api = "/api/campaigns/" + campaign;
            same(api + "/tallies", "application/json");
            same(api + "/tallies", "text/csv");
            same(api + "/thresholds", "application/json");
            same(api + "/history?action=" + CLOSE_DAY, "application/json");
            same("/campaigns/" + campaign + "/tallies.csv", "text/csv");
            same("/campaigns/" + campaign + "/tallies.json", "*/*");
            same("/campaigns/" + campaign + "?action=" + CLOSE_DAY + "&figure=in-force", "text/html");
            same("/campaigns/" + campaign + "?figure=pledged&as=share&region=kent", "text/html");
            assertThat(with.bean(LiveEvents.class).of(liveHere, liveHere.take(0)))
                    .isEqualTo(without.bean(LiveEvents.class).of(liveThere, liveThere.take(0)));
        }

        private void same(String path, String accept) throws IOException, InterruptedException {
            String[] asked = {"If-None-Match", marks.getOrDefault(path, "\"none\""), "Cookie", "LAST_LOOK=" + LAST_VISIT
            };
            String answer = with.watch(path, watcher.token(), accept, asked);
            assertThat(answer).as(path).isEqualTo(without.watch(path, watcher.token(), accept, asked));
            Matcher mark = MARK.matcher(answer);
            if (mark.find()) {
                marks.put(path, mark.group(1));
            }
            compared++;
            if (!with.pledged().equals(without.pledged())) {
                comparedWhileTheTruthDiffered++;
            }
        }
    }
}
