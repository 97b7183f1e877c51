package org.pledgetracker.events;

import java.time.Instant;
import java.util.Objects;

/** Which consent text the GP agreed to, and when (cut to the hour). */
public record Consent(String version, Instant at) {

    public Consent {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(at, "at");
    }
}
