package org.pledgetracker.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.pledgetracker.notifier.NotifierService;
import org.pledgetracker.pledge.PledgeService;
import org.pledgetracker.signin.SignIn;
import org.pledgetracker.tally.TallyService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Which services there are, and how each is set up here. */
final class Parts {

    private static final String AUTHORIZATION_SERVER =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.";

    private final Options options;
    private final DataFolder data;
    private final Mailbox mailbox;

    Parts(Options options, DataFolder data, Mailbox mailbox) {
        this.options = options;
        this.data = data;
        this.mailbox = mailbox;
    }

    List<Part> all() {
        Ports ports = options.ports();
        return List.of(
                part("sign-in", ports.signIn(), SignIn::application, signIn()),
                service("pledge-service", ports.pledge(), PledgeService::application, masterKey("master-key")),
                service("tally-service", ports.tally(), TallyService::application, List.of()),
                service("notifier-service", ports.notifier(), this::notifier, notifierSettings()));
    }

    private Part service(String name, int port, Supplier<SpringApplicationBuilder> application, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.add("--pledge-tracker.client.secret=" + data.secret(name));
        all.add("--spring.kafka.bootstrap-servers=127.0.0.1:" + options.ports().kafka());
        // on the class path for sign-in's sake; each would make signing keys that nobody uses
        all.add("--spring.autoconfigure.exclude=" + AUTHORIZATION_SERVER + "OAuth2AuthorizationServerAutoConfiguration,"
                + AUTHORIZATION_SERVER + "OAuth2AuthorizationServerJwtAutoConfiguration");
        return part(name, port, application, all);
    }

    private Part part(String name, int port, Supplier<SpringApplicationBuilder> application, List<String> settings) {
        Ports ports = options.ports();
        List<String> all = new ArrayList<>(settings);
        all.add("--server.address=127.0.0.1");
        all.add("--server.port=" + port);
        // four more servers would be slow to start; who watches the system over time runs it in containers
        all.add("--management.server.port=-1");
        all.add("--pledge-tracker.demo=true");
        all.add("--pledge-tracker.data=" + data.path().resolve(name));
        all.add("--pledge-tracker.campaigns=" + options.campaigns());
        all.add("--pledge-tracker.addresses.pledge=http://localhost:" + ports.pledge());
        all.add("--pledge-tracker.addresses.tally=http://localhost:" + ports.tally());
        all.add("--pledge-tracker.addresses.notifier=http://localhost:" + ports.notifier());
        all.add("--pledge-tracker.addresses.sign-in=http://localhost:" + ports.signIn());
        all.add("--spring.main.banner-mode=off");
        all.add("--spring.jmx.enabled=false");
        all.add("--spring.main.register-shutdown-hook=false");
        return new Part(name, application, all);
    }

    private List<String> signIn() {
        List<String> settings = new ArrayList<>();
        for (String service : List.of("pledge-service", "tally-service", "notifier-service")) {
            settings.add("--pledge-tracker.clients." + service + ".secret=" + data.secret(service));
        }
        return settings;
    }

    /** With the mailbox's page. */
    private SpringApplicationBuilder notifier() {
        return NotifierService.application()
                .sources(MailboxPages.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("mailbox", mailbox));
    }

    private List<String> notifierSettings() {
        List<String> settings = new ArrayList<>(masterKey("notifier-master-key"));
        settings.add("--spring.mail.host=127.0.0.1");
        settings.add("--spring.mail.port=" + options.mailPort().orElseGet(mailbox::port));
        return settings;
    }

    /** Pledgers and reps are known by keys of their own. */
    private List<String> masterKey(String secret) {
        return List.of("--pledge-tracker.master-key=" + data.secret(secret));
    }
}
