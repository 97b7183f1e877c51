package org.pledgetracker.events;

import java.util.Objects;

/** A condition: "only if at least this share of my region (or of everyone) acts too". */
public record OnlyIf(Share share, Scope scope) {

    public OnlyIf {
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(scope, "scope");
    }
}
