package org.pledgetracker.webkit.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Leaves out all that makes traces where nobody is named to take them, so that they cost nothing there. Logs are never sent out
 * beside traces: they are read where they are written.
 */
final class OnlyTracesAskedFor implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.autoconfigure.";
    private static final String LOGS = OPEN_TELEMETRY + "logging.";
    private static final List<String> TRACES = List.of(OPEN_TELEMETRY, "org.springframework.boot.micrometer.tracing.");

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean asked = environment.getProperty(Tracing.SWITCH, Boolean.class, false);
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            matches[i] = name == null
                    || (asked ? !name.startsWith(LOGS) : TRACES.stream().noneMatch(name::startsWith));
        }
        return matches;
    }
}
