package org.pledgetracker.pledge.pledging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.Onlooker;

/** This service shows nobody anything that depends on what somebody else pledged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlookerIT {

    private static final String FIRM = card("\"pledges\":[{\"action\":\"work-to-rule\"}]");
    private static final String CONDITIONAL =
            card("\"pledges\":[{\"action\":\"work-to-rule\",\"onlyIf\":{\"share\":0.6,\"scope\":\"region\"}}]");
    private static final String NOTHING = card("\"pledges\":[]");

    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "onlooker-" + UUID.randomUUID();
    private final RunningService service = RunningService.start(
            tokens,
            RunningService.campaigns(campaign, Samples.VALID, Samples.ELECTORATE),
            "pledge-tracker.limits.member-reads=none",
            "pledge-tracker.limits.address=none");
    private final String known = tokens.gp("known", "north-west", "partner");
    private final String colleague = tokens.gp("colleague", "north-west", "partner");

    @AfterAll
    void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void nobodyNoticesWhatAKnownGpPledgesChangesTakesBackOrErases() {
        put(colleague, CONDITIONAL);
        List<Onlooker> onlookers = Stream.of(
                        colleague,
                        tokens.gp("another", "north-west", "partner"),
                        tokens.rep("north-west"),
                        tokens.organiser())
                .map(token ->
                        new Onlooker(service.context(), token, Map.of("campaign", campaign, "provider", "sign-in")))
                .toList();
        List<SortedMap<String, String>> before =
                onlookers.stream().map(Onlooker::look).toList();
        assertThat(before.getFirst().get(path())).as("they do see their own").contains("waiting");
        List<Runnable> deeds = List.of(
                () -> put(known, FIRM),
                () -> put(known, CONDITIONAL),
                () -> put(known, NOTHING),
                () -> assertThat(service.call("DELETE", path()).as(known).send().status())
                        .isEqualTo(204));

        for (Runnable deed : deeds) {
            deed.run();
            for (int i = 0; i < onlookers.size(); i++) {
                assertThat(onlookers.get(i).changedSince(before.get(i))).isEmpty();
            }
        }
    }

    private void put(String gp, String card) {
        assertThat(service.call("PUT", path()).as(gp).json(card).send().status())
                .isEqualTo(200);
    }

    private String path() {
        return "/api/campaigns/" + campaign + "/my-pledges";
    }

    private static String card(String pledges) {
        return "{\"region\":\"north-west\",\"employmentType\":\"partner\",\"consent\":{\"version\":\"v1\"}," + pledges
                + "}";
    }
}
