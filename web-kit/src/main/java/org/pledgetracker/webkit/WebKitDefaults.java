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
import org.springframework.util.StringUtils;

/** Secure defaults for every web face. Any other source of settings overrides them. */
final class WebKitDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String LAYOUT_MESSAGES = "web-kit/messages";
    private static final Map<String, Object> SAME_FOR_ALL = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.shutdown", "graceful"),
            // Whose X-Forwarded-For is believed is said by pledge-tracker.limits.trusted-proxies alone
            Map.entry("server.forward-headers-strategy", "none"),
            Map.entry("server.max-http-request-header-size", "16KB"),
            Map.entry("server.tomcat.accept-count", "256"),
            Map.entry("server.tomcat.connection-timeout", "10s"),
            Map.entry("server.tomcat.keep-alive-timeout", "30s"),
            Map.entry("server.tomcat.max-connections", "4096"),
            Map.entry("server.tomcat.max-http-form-post-size", "64KB"),
            Map.entry("server.tomcat.max-keep-alive-requests", "10000"),
            Map.entry("server.tomcat.max-parameter-count", "500"),
            Map.entry("server.tomcat.max-swallow-size", "256KB"),
            Map.entry("server.servlet.session.timeout", "30m"),
            Map.entry("spring.servlet.multipart.enabled", "false"),
            Map.entry("server.servlet.session.cookie.http-only", "true"),
            Map.entry("server.servlet.session.cookie.same-site", "lax"),
            Map.entry("server.servlet.session.tracking-modes", "cookie"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.jmx.enabled", "false"),
            // Tomcat quotes malformed requests, and with them whatever address or name they hold
            Map.entry("logging.level.org.apache.coyote", "warn"),
            Map.entry("logging.level.org.apache.tomcat.util.http", "warn"),
            Map.entry("spring.messages.fallback-to-system-locale", "false"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.thymeleaf.check-template-location", "false"),
            Map.entry("spring.web.resources.cache.cachecontrol.max-age", "10m"),
            Map.entry("management.server.address", "127.0.0.1"),
            Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
            Map.entry("management.endpoints.web.discovery.enabled", "false"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            // also as /livez and /readyz of the server that answers members: whether it does is what a probe asks
            Map.entry("management.endpoint.health.probes.add-additional-paths", "true"),
            Map.entry("management.endpoint.health.show-details", "never"));

    /** The actuator of a service that listens on 8080 is on 9080; that of one on any free port, on another free one. */
    private static final int ACTUATOR_ABOVE = 1_000;

    /** Browsers take a cookie of such a name only from the host itself, and over TLS. */
    private static final String HOST_ONLY = "__Host-";

    /** Where traces are sent to. */
    private static final String TRACES_TO = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new LinkedHashMap<>(SAME_FOR_ALL);
        String service = environment.getProperty("pledge-tracker.client.id", "sign-in");
        String name = service.replace("-service", "");
        defaults.put("spring.messages.basename", messages(service));
        int port = environment.getProperty("server.port", Integer.class, 8080);
        defaults.put("management.server.port", port == 0 ? 0 : port + ACTUATOR_ABOVE);
        // an empty address is none: a variable of a container that is not set comes as one
        defaults.put("management.tracing.export.enabled", StringUtils.hasText(environment.getProperty(TRACES_TO)));
        boolean secure = isSecure(environment.getProperty("pledge-tracker.addresses." + name, "http://localhost"));
        defaults.put("server.servlet.session.cookie.name", (secure ? HOST_ONLY : "") + cookieName(name));
        defaults.put("server.servlet.session.cookie.path", "/");
        defaults.put("server.servlet.session.cookie.secure", secure);
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
