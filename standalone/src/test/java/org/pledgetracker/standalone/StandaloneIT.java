package org.pledgetracker.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StandaloneIT {

    private static final Path CAMPAIGNS = Path.of("..", "campaigns");
    private static final String CAMPAIGN = "/api/campaigns/gp-action-2026";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PLEDGERS = 10;

    @TempDir
    Path folder;

    @Test
    void aPledgeIsCountedAlertedAndFoundAgainAfterAStopAndAfterAKill() throws Exception {
        int firstPort = Command.freePorts();
        try (Command system = Command.start(folder, CAMPAIGNS, firstPort)) {
            system.awaitReady();
            for (int gp = 1; gp <= PLEDGERS; gp++) {
                assertThat(pledge(system, gp)).isEqualTo(200);
            }
            await().atMost(PATIENCE).until(() -> pledged(system) == PLEDGERS);
            await().atMost(PATIENCE).until(() -> alerts(system) == 1);
            refusesASecondCopy(firstPort);

            assertThat(system.stop()).isEqualTo(143);
            assertThat(system.output()).contains("Everything pledged is kept");
        }
        try (Command again = Command.start(folder, CAMPAIGNS, firstPort)) {
            again.awaitReady();
            findsEverything(again);
            assertThat(pledge(again, PLEDGERS + 1)).isEqualTo(200);
            again.kill();
        }
        try (Command afterKill = Command.start(folder, CAMPAIGNS, firstPort)) {
            afterKill.awaitReady();
            await().atMost(PATIENCE).until(() -> pledged(afterKill) == PLEDGERS + 1);
            assertThat(alerts(afterKill)).isEqualTo(1);
        }
    }

    @Test
    void aFaultyCampaignIsRefusedWithItsFault() throws Exception {
        Path campaigns = Files.createDirectory(folder.resolve("campaigns"));
        Files.writeString(campaigns.resolve("broken.yaml"), "title: Half a campaign\n");
        Files.copy(CAMPAIGNS.resolve("electorate.csv"), campaigns.resolve("electorate.csv"));

        try (Command system = Command.start(folder, campaigns, Command.freePorts())) {
            assertThat(system.awaitEnd()).isEqualTo(1);
            assertThat(system.output()).contains("broken.yaml", "regions");
        }
    }

    private void refusesASecondCopy(int firstPort) throws IOException, InterruptedException {
        try (Command second = Command.start(folder, CAMPAIGNS, firstPort + 1_000)) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output()).contains("Another copy already uses");
        }
    }

    private static void findsEverything(Command system) throws IOException, InterruptedException {
        JsonNode card = system.get(system.ports().pledge(), CAMPAIGN + "/my-pledges", system.token("gp-00001"));
        assertThat(card.at("/pledges/0/action").asString()).isEqualTo("work-to-rule");
        await().atMost(PATIENCE).until(() -> pledged(system) == PLEDGERS);
        assertThat(alerts(system)).isEqualTo(1);
    }

    private static int pledge(Command system, int gp) throws IOException, InterruptedException {
        String username = String.format(Locale.ROOT, "gp-%05d", gp);
        return system.put(system.ports().pledge(), CAMPAIGN + "/my-pledges", system.token(username), """
                {"region": "london", "employmentType": "partner", "consent": {"version": "2026-09-a"},
                 "pledges": [{"action": "work-to-rule"}]}""");
    }

    private static long pledged(Command system) throws IOException, InterruptedException {
        return system.get(system.ports().tally(), CAMPAIGN + "/tallies", system.token("organiser"))
                .path("actions")
                .valueStream()
                .filter(action -> action.path("action").asString().equals("work-to-rule"))
                .mapToLong(action -> action.at("/total/pledged").asLong())
                .sum();
    }

    /** What the rep for London was told. */
    private static long alerts(Command system) throws IOException, InterruptedException {
        return system.get(system.ports().notifier(), "/api/alerts", system.token("rep-london"))
                .valueStream()
                .filter(alert -> alert.path("kind").asString().equals("reached"))
                .count();
    }
}
