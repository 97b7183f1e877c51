package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class WebKitDefaultsTest {

    private static final String COOKIE = "server.servlet.session.cookie.";

    @Test
    void onTheLoopbackAddressACookieMayCrossPlainHttp() {
        StandardEnvironment environment = defaults(Map.of("pledge-tracker.addresses.pledge", "http://localhost:8080"));
        assertThat(environment.getProperty(COOKIE + "name")).isEqualTo("PLEDGE_SESSION");
        assertThat(environment.getProperty(COOKIE + "secure")).isEqualTo("false");
    }

    @Test
    void anywhereElseACookieIsSecureAndOfItsHostAlone() {
        for (String address : new String[] {"https://pledge.example.org", "http://pledge.example.org"}) {
            StandardEnvironment environment = defaults(Map.of("pledge-tracker.addresses.pledge", address));
            assertThat(environment.getProperty(COOKIE + "name")).isEqualTo("__Host-PLEDGE_SESSION");
            assertThat(environment.getProperty(COOKIE + "secure")).isEqualTo("true");
            assertThat(environment.getProperty(COOKIE + "path")).isEqualTo("/");
            assertThat(environment.getProperty(COOKIE + "http-only")).isEqualTo("true");
            assertThat(environment.getProperty(COOKIE + "same-site")).isEqualTo("lax");
        }
    }

    @Test
    void headersOfProxiesAreNotBelievedByTheServerItself() {
        assertThat(defaults(Map.of()).getProperty("server.forward-headers-strategy"))
                .isEqualTo("none");
    }

    @Test
    void theActuatorHasAPortOfItsOwnOnThisMachineAlone() {
        StandardEnvironment environment = defaults(Map.of("server.port", "8081", "server.address", "0.0.0.0"));
        assertThat(environment.getProperty("management.server.port")).isEqualTo("9081");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
        assertThat(defaults(Map.of("server.port", "0")).getProperty("management.server.port"))
                .isEqualTo("0");
        assertThat(defaults(Map.of("management.server.port", "7000")).getProperty("management.server.port"))
                .isEqualTo("7000");
    }

    @Test
    void whereNobodyIsNamedToTakeThemThereAreNoTraces() {
        String endpoint = "management.opentelemetry.tracing.export.otlp.endpoint";
        String traced = "management.tracing.export.enabled";
        assertThat(defaults(Map.of()).getProperty(traced)).isEqualTo("false");
        assertThat(defaults(Map.of(endpoint, "")).getProperty(traced)).isEqualTo("false");
        assertThat(defaults(Map.of(endpoint, "http://collector:4318/v1/traces")).getProperty(traced))
                .isEqualTo("true");
        assertThat(defaults(Map.of(endpoint, "http://collector:4318/v1/traces", traced, "false"))
                        .getProperty(traced))
                .isEqualTo("false");
    }

    private static StandardEnvironment defaults(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("settings", Map.of("pledge-tracker.client.id", "pledge-service")));
        environment.getPropertySources().addFirst(new MapPropertySource("more", settings));
        new WebKitDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
