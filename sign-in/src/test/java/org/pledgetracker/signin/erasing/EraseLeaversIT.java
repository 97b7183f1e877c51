package org.pledgetracker.signin.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.signin.OperatorCommand;
import org.pledgetracker.signin.OperatorCommands;
import org.pledgetracker.signin.Running;
import org.pledgetracker.signin.roll.RollMember;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Sign-in as it runs, and what stands for pledge-service: it notes what it is asked for, and may be out of order. */
class EraseLeaversIT {

    private static final String ROLL = """
            member_id,name,email,gmc_number,roles,region,employment_type,regions
            m-1,Ada,ada@example.org,1234567,gp,wales,partner,
            """;

    @TempDir
    private Path folder;

    private final Queue<String> erased = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private volatile String broken = "two";
    private HttpServer pledgeService;
    private Running signIn;

    @BeforeEach
    void start() throws Exception {
        pledgeService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pledgeService.createContext("/api/campaigns", this::answer);
        pledgeService.start();
        Files.writeString(folder.resolve("roll.csv"), ROLL);
        Files.writeString(
                folder.resolve("leavers.json"),
                "[{\"email\":\"ben@example.org\",\"subject\":\"%s\",\"region\":null,\"employmentType\":null,\"leftAt\":\"%s\"}]"
                        .formatted(RollMember.subjectOf("m-2"), Instant.now().minus(Duration.ofDays(31))));
        signIn = Running.start(settings());
    }

    @AfterEach
    void stop() {
        // The commands are silent, and leave that to whatever runs next in this JVM
        System.clearProperty("CONSOLE_LOG_THRESHOLD");
        signIn.close();
        pledgeService.stop(0);
    }

    @Test
    void aLeaverIsErasedInEveryCampaignTriedAgainUntilAllIsDoneAndThenForgotten() throws Exception {
        await().untilAsserted(() -> assertThat(erased).contains("one", "two failed"));
        assertThat(Files.readString(folder.resolve("leavers.json"))).contains(RollMember.subjectOf("m-2"));
        // Also over a restart
        signIn.close();
        broken = "";
        signIn = Running.start(settings());
        await().untilAsserted(() ->
                assertThat(Files.readString(folder.resolve("leavers.json"))).isEqualTo("[]"));
        assertThat(erased).contains("one", "two");
        Jwt token = NimbusJwtDecoder.withJwkSetUri(signIn.base() + "/oauth2/jwks")
                .build()
                .decode(tokens.element());
        assertThat(token.getSubject()).isEqualTo(RollMember.subjectOf("m-2"));
        assertThat(token.getClaimAsStringList("roles")).containsExactly("leaver");
        assertThat(token.getAudience()).containsExactly("pledge-tracker");
    }

    @Test
    void anOperatorErasesAMemberAtTheirRequest() throws Exception {
        broken = "";
        assertThat(erase("m-1")).isEqualTo(OperatorCommand.ALL_WELL);
        assertThat(output()).contains("one: erased\n", "two: erased\n").doesNotContain(RollMember.subjectOf("m-1"));
        Path file = Files.writeString(folder.resolve("request"), "m-1\n");
        assertThat(erase("--file", file.toString())).isEqualTo(OperatorCommand.ALL_WELL);
    }

    @Test
    void theCommandSaysWhatIsNotErased() {
        assertThat(erase("m-1")).isEqualTo(OperatorCommand.NOT_ALL_WELL);
        assertThat(output()).contains("one: erased\n", "two: not erased\n");
    }

    @Test
    void theCommandSaysWhenNobodyHasThatId() {
        broken = "";
        assertThat(erase("m-99")).isEqualTo(OperatorCommand.NOT_ALL_WELL);
        assertThat(output()).contains("one: erased\n", "Nobody on the roll has this id");
    }

    @Test
    void theCommandSaysWhenPledgeServiceIsAway() {
        pledgeService.stop(0);
        assertThat(erase("m-1")).isEqualTo(OperatorCommand.NOT_DONE);
        assertThat(output()).contains("Nothing is erased");
    }

    private int erase(String... words) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<String> arguments = new java.util.ArrayList<>(List.of("erase-member"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(settings()));
        arguments.add("--pledge-tracker.addresses.sign-in=" + signIn.base());
        return new OperatorCommands(out, out).run(arguments.toArray(String[]::new));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String[] settings() {
        return new String[] {
            "--pledge-tracker.data=" + folder,
            "--pledge-tracker.roll=" + folder.resolve("roll.csv"),
            "--pledge-tracker.erase-leavers=200ms",
            "--spring.mail.host=127.0.0.1",
            "--pledge-tracker.internal-addresses.pledge=http://localhost:"
                    + pledgeService.getAddress().getPort()
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()));
            if (exchange.getRequestMethod().equals("GET")) {
                byte[] body = "[{\"campaign\":\"one\",\"title\":\"One\"},{\"campaign\":\"two\"}]"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else {
                String campaign = path.split("/", -1)[3];
                boolean works = !campaign.equals(broken);
                erased.add(works ? campaign : campaign + " failed");
                exchange.sendResponseHeaders(works ? 204 : 503, -1);
            }
        }
    }
}
