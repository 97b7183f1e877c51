package org.pledgetracker.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker as it is set up where others reach it: over TLS, for those who say who they are, and for what the list of ACLs gives
 * them. Whoever is not in the list is let in and may do nothing.
 */
public final class SecuredBroker {

    private static final String ADMIN = "admin";
    private static final String PASSWORD = "a-password-of-tests";

    private final ForkedBroker broker;
    private final Path store;

    private SecuredBroker(ForkedBroker broker, Path store) {
        this.broker = broker;
        this.store = store;
    }

    /** Starts it, with what {@link KafkaAcls} lists. */
    public static SecuredBroker start() throws Exception {
        Path folder = Files.createTempDirectory("pledge-tracker-secured-broker");
        Path store = certificate(folder);
        Listener listener = new Listener("SASL_SSL", settings(store), servers -> client(servers, store, ADMIN));
        SecuredBroker started = new SecuredBroker(ForkedBroker.start(folder, listener), store);
        started.broker.deleteFilesAtEnd();
        try (Admin admin = Admin.create(started.asAdmin())) {
            admin.createAcls(KafkaAcls.listed()).all().get();
        }
        return started;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** How a client reaches it as that principal. */
    public Map<String, Object> as(String principal) {
        return client(broker.bootstrapServers(), store, principal);
    }

    /** The settings of the administrator, who may do everything. */
    public Map<String, Object> asAdmin() {
        return as(ADMIN);
    }

    public void stop() throws InterruptedException {
        broker.stop();
    }

    private static Map<String, Object> client(String servers, Path store, String principal) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", servers);
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", login(principal) + ";");
        settings.put("ssl.truststore.location", store.toString());
        settings.put("ssl.truststore.password", PASSWORD);
        settings.put("ssl.truststore.type", "PKCS12");
        return Map.copyOf(settings);
    }

    private static List<String> settings(Path store) {
        String users = Stream.concat(
                        Stream.of(ADMIN, "visitor"), Stream.of(Writer.values()).map(Writer::serviceName))
                .map(user -> " user_%s=\"%s\"".formatted(user, PASSWORD))
                .collect(Collectors.joining());
        return List.of(
                "inter.broker.listener.name=SASL_SSL",
                "sasl.enabled.mechanisms=PLAIN",
                "sasl.mechanism.inter.broker.protocol=PLAIN",
                "listener.name.sasl_ssl.plain.sasl.jaas.config=" + login(ADMIN) + users + ";",
                "ssl.keystore.location=" + store,
                "ssl.keystore.password=" + PASSWORD,
                "ssl.keystore.type=PKCS12",
                "ssl.truststore.location=" + store,
                "ssl.truststore.password=" + PASSWORD,
                "ssl.truststore.type=PKCS12",
                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // the controller's own listener, which only this process uses, asks nobody who they are
                "super.users=User:" + ADMIN + ";User:ANONYMOUS");
    }

    private static String login(String user) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(user, PASSWORD);
    }

    private static Path certificate(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("broker.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
        return store;
    }
}
