package org.pledgetracker.webkit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Secure defaults for every web face. Any other source of settings overrides them. */
final class WebKitDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String LAYOUT_MESSAGES = "web-kit/messages";
    private static final Map<String, Object> SAME_FOR_ALL = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.servlet.session.cookie.http-only", "true"),
            Map.entry("server.servlet.session.cookie.same-site", "lax"),
            Map.entry("server.servlet.session.tracking-modes", "cookie"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.jmx.enabled", "false"),
            Map.entry("spring.messages.fallback-to-system-locale", "false"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.thymeleaf.check-template-location", "false"),
            Map.entry("spring.web.resources.cache.cachecontrol.max-age", "10m"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("management.endpoint.health.show-details", "never"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new LinkedHashMap<>(SAME_FOR_ALL);
        String service = environment.getProperty("pledge-tracker.client.id", "sign-in");
        String name = service.replace("-service", "");
        defaults.put("spring.messages.basename", messages(service));
        defaults.put("server.servlet.session.cookie.name", cookieName(name));
        defaults.put(
                "server.servlet.session.cookie.secure",
                isSecure(environment.getProperty("pledge-tracker.addresses." + name, "http://localhost")));
        PropertySource<?> given = environment.getPropertySources().get(DefaultPropertiesPropertySource.NAME);
        if (given != null) {
            defaults.keySet().removeIf(given::containsProperty);
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
    }

    /** The words of the layout, and the service's own where it has some; the folders keep them apart on one class path. */
    private static String messages(String service) {
        String own = service + "/messages";
        boolean exists = WebKitDefaults.class.getResource("/" + own + ".properties") != null;
        return exists ? LAYOUT_MESSAGES + "," + own : LAYOUT_MESSAGES;
    }

    /** Cookies ignore ports, so each service needs its own name. */
    private static String cookieName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_') + "_SESSION";
    }

    /** Browsers do not send secure cookies over plain HTTP: only a loopback address may go without. */
    private static boolean isSecure(String address) {
        URI uri = URI.create(address);
        String host = uri.getHost() == null ? "" : uri.getHost();
        boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return !("http".equals(uri.getScheme()) && loopback);
    }

    /** After the files of settings have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
