package org.pledgetracker.standalone;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A service in this JVM: its own application context, its own settings. */
record Part(String name, Supplier<SpringApplicationBuilder> application, List<String> settings) {}
