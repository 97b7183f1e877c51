package org.pledgetracker.tally.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.tally.SampleCampaign.AT;
import static org.pledgetracker.tally.SampleCampaign.CLOSE_DAY;
import static org.pledgetracker.tally.SampleCampaign.RESIGN;
import static org.pledgetracker.tally.SampleCampaign.card;
import static org.pledgetracker.tally.SampleCampaign.definition;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.FiguresDisclosed;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.tally.SampleCampaign;
import org.pledgetracker.webkit.TestTokens;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosingTest {

    private static final CampaignDefined CAMPAIGN = SampleCampaign.defined("c", 1, definition());

    private final TestTokens tokens = TestTokens.start();
    private final World world = new World(tokens);
    private final World.Taken taken = world.bean(World.Taken.class);

    @BeforeEach
    void sevenPledge() {
        taken.works = true;
        taken.looks.clear();
        world.define(CAMPAIGN);
        for (int gp = 0; gp < 7; gp++) {
            world.declare(card("p" + gp, "london", EmploymentType.PARTNER, Pledge.firm(CLOSE_DAY)));
        }
        world.look(CAMPAIGN, AT);
    }

    @AfterAll
    void close() {
        world.close();
        tokens.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/campaigns/c/tallies, application/json, JSON",
        "/api/campaigns/c/tallies, text/csv, CSV",
        "/campaigns/c/tallies.json, */*, JSON",
        "/campaigns/c/tallies.csv, */*, CSV",
        "/campaigns/c, text/html, PAGE"
    })
    void aLookAtExactFiguresIsRecordedOrNothingIsShown(String path, String accept, Form form) throws Exception {
        assertThat(world.watch(path, tokens.organiser(), accept))
                .startsWith("200")
                .containsPattern("\\b7\\b")
                .containsPattern("cache-control=\\[[^\\]]*no-store")
                .doesNotContain("etag");
        assertThat(taken.looks).singleElement().satisfies(look -> {
            assertThat(look.form()).isEqualTo(form);
            assertThat(look.campaign()).isEqualTo("c");
            assertThat(look.actions()).isEqualTo(form == Form.PAGE ? List.of(CLOSE_DAY) : List.of(CLOSE_DAY, RESIGN));
            assertThat(look.viewer()).hasSize(22).doesNotContain("organiser");
        });

        taken.works = false;
        assertThat(world.watch(path, tokens.organiser(), accept))
                .startsWith("503")
                .doesNotContain(CLOSE_DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/campaigns/c/tallies, application/json",
        "/api/campaigns/c/history, application/json",
        "/campaigns/c/tallies.csv, */*",
        "/campaigns/c, text/html"
    })
    void releasedFiguresAreShownWithoutARecord(String path, String accept) throws Exception {
        taken.works = false;

        assertThat(world.watch(path, tokens.rep("london"), accept)).startsWith("200");
        assertThat(taken.looks).isEmpty();
    }

    @Test
    void tryingAThresholdIsALookThatIsRecordedFirst() throws Exception {
        String page = "/campaigns/c/threshold-preview";
        String asked = "?action=close-day&region=london&count=10&of=pledged";
        assertThat(world.watch(page, tokens.organiser(), "text/html")).startsWith("200");
        assertThat(world.watch(page + asked.replace("10", "ten"), tokens.organiser(), "text/html"))
                .startsWith("422")
                .contains("&#39;ten&#39; is not a number such as 500");
        assertThat(taken.looks).as("nothing was shown").isEmpty();

        assertThat(world.watch(page + asked, tokens.organiser(), "text/html"))
                .startsWith("200")
                .contains("It needs 3 more: 7 of 10.");
        assertThat(world.watch(page + asked.replace("london", "wales"), tokens.organiser(), "text/html"))
                .contains("It needs 10 more: 0 of 10.");
        assertThat(world.watch("/api" + page + asked, tokens.organiser(), "application/json"))
                .startsWith("200")
                .contains("{\"counted\":7,\"required\":10,\"missing\":3,\"met\":false}")
                .containsPattern("cache-control=\\[[^\\]]*no-store");
        assertThat(taken.looks).extracting(FiguresDisclosed::form).containsExactly(Form.PAGE, Form.PAGE, Form.JSON);
        assertThat(taken.looks).allSatisfy(look -> assertThat(look.actions()).containsExactly(CLOSE_DAY));

        taken.works = false;
        assertThat(world.watch(page + asked, tokens.organiser(), "text/html"))
                .startsWith("503")
                .doesNotContain("more: 7");
    }

    @Test
    void whoeverHasTheReleasedFiguresAlreadyIsToldSo() throws Exception {
        String path = "/api/campaigns/c/tallies";
        String answer = world.watch(path, tokens.rep("london"), "application/json");
        String mark = answer.replaceAll("(?s).*etag=\\[([^\\]]*)\\].*", "$1");

        assertThat(answer).contains("cache-control=[no-cache, private]");
        assertThat(world.watch(path, tokens.rep("london"), "application/json", "If-None-Match", mark))
                .startsWith("304");
    }

    @Test
    void followingLiveIsOneLookAnHourWithThePagesThatItRefreshes() throws Exception {
        FiguresDisclosed first = followAndRefresh();
        assertThat(first.form()).isEqualTo(Form.LIVE);
        assertThat(taken.looks).hasSize(1);

        followAndRefresh();
        assertThat(taken.looks).hasSize(1);

        world.look(CAMPAIGN, AT.plus(Duration.ofMinutes(61)));
        followAndRefresh();
        assertThat(taken.looks).hasSize(2);

        // whoever follows nothing cannot say so to avoid the record
        String other = tokens.token(Map.of("sub", "another", "roles", List.of("organiser")));
        world.watch("/campaigns/c", other, "text/html", "Live-Refresh", "yes");
        assertThat(taken.looks).hasSize(3);
    }

    private FiguresDisclosed followAndRefresh() throws Exception {
        try (World.Listening listening = world.listen("/api/campaigns/c/live", tokens.organiser())) {
            assertThat(listening.next()).isNotNull();
            assertThat(world.watch("/campaigns/c", tokens.organiser(), "text/html", "Live-Refresh", "yes"))
                    .startsWith("200");
            return taken.looks.getLast();
        }
    }
}
