package org.pledgetracker.journeys.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pledgetracker.events.ForkedBroker;
import org.pledgetracker.webkit.FreePort;
import org.pledgetracker.webkit.tracing.TraceReceiver;

/**
 * The system as it is deployed, not as a demonstration: a broker, sign-in over a roll, and the three services, each a
 * process that writes into a folder of its own; the services log their own doings in detail.
 */
final class Deployment {

    static final List<String> SERVICES = List.of("pledge-service", "tally-service", "notifier-service");

    private static final Map<String, String> MAINS = Map.of(
            "sign-in", "org.pledgetracker.signin.SignIn",
            "pledge-service", "org.pledgetracker.pledge.PledgeService",
            "tally-service", "org.pledgetracker.tally.TallyService",
            "notifier-service", "org.pledgetracker.notifier.NotifierService");
    private static final String AUTHORIZATION_SERVER =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.";

    private final Path folder;
    private final ForkedBroker broker;
    private final TraceReceiver collector;
    private final Map<String, Ports> ports = new LinkedHashMap<>();
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

    private record Ports(int web, int management) {}

    private Deployment(Path folder, ForkedBroker broker, TraceReceiver collector) throws IOException {
        this.folder = folder;
        this.broker = broker;
        this.collector = collector;
        for (String part : List.of("sign-in", "pledge-service", "tally-service", "notifier-service")) {
            ports.put(part, new Ports(FreePort.find(), FreePort.find()));
        }
    }

    /** Starts all of it over this roll, with all traces sent to that collector, and waits until it is ready. */
    static Deployment start(Path folder, Path roll, int smtpPort, TraceReceiver collector) throws IOException {
        Deployment deployment = new Deployment(
                folder, ForkedBroker.start(Files.createDirectories(folder.resolve("broker"))), collector);
        List<String> mail = List.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + smtpPort);
        deployment.start(
                "sign-in",
                mail,
                List.of(
                        "--pledge-tracker.roll=" + roll,
                        "--pledge-tracker.data=data",
                        "--pledge-tracker.clients.pledge-service.secret=" + secret("pledge-service"),
                        "--pledge-tracker.clients.tally-service.secret=" + secret("tally-service"),
                        "--pledge-tracker.clients.notifier-service.secret=" + secret("notifier-service")));
        Path campaigns = Path.of("..", "campaigns").toAbsolutePath().normalize();
        deployment.start(
                "pledge-service",
                List.of(),
                List.of(
                        "--pledge-tracker.campaigns=" + campaigns,
                        "--pledge-tracker.master-key=AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="));
        deployment.start("tally-service", List.of(), List.of());
        deployment.start(
                "notifier-service",
                mail,
                List.of("--pledge-tracker.master-key=AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="));
        deployment.processes.values().forEach(ServiceProcess::awaitReady);
        return deployment;
    }

    private void start(String part, List<String> mail, List<String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(mail);
        collector.settings().forEach(setting -> arguments.add("--" + setting));
        arguments.addAll(common(part));
        int management = managementPort(part);
        List<String> jvm = List.of(
                "-Djava.rmi.server.hostname=127.0.0.1",
                "-Dcom.sun.management.jmxremote.host=127.0.0.1",
                "-Dcom.sun.management.jmxremote.port=" + management,
                "-Dcom.sun.management.jmxremote.rmi.port=" + management,
                "-Dcom.sun.management.jmxremote.authenticate=false",
                "-Dcom.sun.management.jmxremote.ssl=false");
        processes.put(part, ServiceProcess.start(main(part), folder.resolve(part), port(part), jvm, arguments));
    }

    private List<String> common(String part) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port(part),
                "--management.server.port=0",
                "--spring.jmx.enabled=true",
                "--management.endpoints.jmx.exposure.include=metrics,health",
                "--logging.level.root=info",
                "--logging.level.org.apache.kafka=info",
                "--logging.level.org.pledgetracker=debug",
                "--pledge-tracker.addresses.pledge=" + address("pledge-service"),
                "--pledge-tracker.addresses.tally=" + address("tally-service"),
                "--pledge-tracker.addresses.notifier=" + address("notifier-service"),
                "--pledge-tracker.addresses.sign-in=" + address("sign-in")));
        if (!part.equals("sign-in")) {
            settings.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
            settings.add("--pledge-tracker.client.secret=" + secret(part));
            // on the class path of these tests only, for sign-in's sake
            settings.add("--spring.autoconfigure.exclude=" + AUTHORIZATION_SERVER
                    + "OAuth2AuthorizationServerAutoConfiguration," + AUTHORIZATION_SERVER
                    + "OAuth2AuthorizationServerJwtAutoConfiguration");
        }
        return settings;
    }

    /** What this service shares with sign-in. */
    static String secret(String service) {
        return "a-secret-of-" + service;
    }

    String address(String part) {
        return "http://localhost:" + port(part);
    }

    int port(String part) {
        return of(part).web();
    }

    /** Where its beans can be asked what they measure. */
    int managementPort(String part) {
        return of(part).management();
    }

    private Ports of(String part) {
        return Objects.requireNonNull(ports.get(part), part);
    }

    private static String main(String part) {
        return Objects.requireNonNull(MAINS.get(part), part);
    }

    Map<String, Object> brokerSettings() {
        return broker.clientSettings();
    }

    /** Runs an operator's command of a service to its end, into a folder of its own. */
    int operate(String part, String... command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
        arguments.add("--logging.threshold.console=info");
        return ServiceProcess.start(main(part), folder.resolve("operator"), 0, List.of(), arguments)
                .awaitExit();
    }

    /** Stops all of it in good order, so that nothing is left unwritten. */
    void stop() throws InterruptedException {
        for (ServiceProcess process : List.copyOf(processes.values()).reversed()) {
            process.stop();
        }
        broker.stop();
    }
}
