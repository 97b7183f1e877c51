package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One undertaking to one action: firm without a condition, else conditional. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pledge(String action, @Nullable OnlyIf onlyIf) {

    public Pledge {
        Objects.requireNonNull(action, "action");
    }

    /** A pledge without a condition. */
    public static Pledge firm(String action) {
        return new Pledge(action, null);
    }
}
