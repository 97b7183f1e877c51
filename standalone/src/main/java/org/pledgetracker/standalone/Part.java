package org.pledgetracker.standalone;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A service in this JVM: its own application context, its own port, its own settings. */
record Part(String name, int port, Supplier<SpringApplicationBuilder> application, List<String> settings) {

    String address() {
        return "http://localhost:" + port;
    }
}
