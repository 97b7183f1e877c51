package org.pledgetracker.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.pledgetracker.events.RealBroker;
import org.pledgetracker.events.ScratchFolder;
import org.pledgetracker.webkit.TestTokens;

/** pledge-service with one open campaign, on a broker that flushes each pledge to disk. */
final class AcceptingService {

    static final String CAMPAIGN = "accept";
    static final String MASTER_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private static final String AUTHORIZATION_SERVER =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.";

    private AcceptingService() {}

    static ServerProcess start(RealBroker broker, TestTokens tokens) throws IOException {
        List<String> settings = List.of(
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--pledge-tracker.campaigns=" + campaigns(),
                "--pledge-tracker.master-key=" + MASTER_KEY,
                // on this class path for sign-in's sake
                "--spring.autoconfigure.exclude=" + AUTHORIZATION_SERVER + "OAuth2AuthorizationServerAutoConfiguration,"
                        + AUTHORIZATION_SERVER + "OAuth2AuthorizationServerJwtAutoConfiguration");
        ServerProcess server = ServerProcess.start(
                "org.pledgetracker.pledge.PledgeService",
                Stream.concat(settings.stream(), Stream.of(tokens.arguments())).toList());
        awaitCampaign(server, tokens);
        return server;
    }

    private static void awaitCampaign(ServerProcess server, TestTokens tokens) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest campaign = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + server.port() + "/api/campaigns/" + CAMPAIGN))
                    .header("Authorization", "Bearer " + tokens.organiser())
                    .build();
            Awaitility.await("the campaign is open")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> http.send(campaign, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
    }

    private static Path campaigns() throws IOException {
        Path folder = ScratchFolder.create("pledge-tracker-campaigns");
        try (InputStream definition = AcceptingService.class.getResourceAsStream("accept.yaml")) {
            if (definition == null) {
                throw new IOException("accept.yaml is missing");
            }
            Files.copy(definition, folder.resolve(CAMPAIGN + ".yaml"));
        }
        StringBuilder electorate = new StringBuilder("region,name,partner,salaried,locum\n");
        for (int region = 0; region < 10; region++) {
            electorate.append("region-%d,Region %d,2000,1500,%n".formatted(region, region));
        }
        Files.writeString(folder.resolve("electorate.csv"), electorate);
        return folder;
    }
}
