package org.pledgetracker.signin;

import java.util.ArrayList;
import java.util.List;
import org.pledgetracker.webkit.FreePort;
import org.springframework.context.ConfigurableApplicationContext;

/** Sign-in as it really runs, on a free port. */
public final class Running implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String base;

    private Running(ConfigurableApplicationContext context, String base) {
        this.context = context;
        this.base = base;
    }

    /** Starts it with these arguments on top of ports and secrets. */
    public static Running start(String... arguments) {
        int port = FreePort.find();
        String base = "http://localhost:" + port;
        List<String> all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--pledge-tracker.addresses.sign-in=" + base,
                "--pledge-tracker.clients.pledge-service.secret=" + CodeFlow.SECRET,
                "--pledge-tracker.clients.tally-service.secret=the tally service has its own",
                "--pledge-tracker.clients.notifier-service.secret=and so has the notifier"));
        all.addAll(List.of(arguments));
        return new Running(SignIn.application().run(all.toArray(String[]::new)), base);
    }

    /** Its address. */
    public String base() {
        return base;
    }

    /** A fresh browser. */
    public Browser browser() {
        return new Browser(base);
    }

    /** Its application context. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** One of its beans. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
