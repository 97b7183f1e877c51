package org.pledgetracker.tally.dashboard;

import org.jspecify.annotations.Nullable;
import org.pledgetracker.tally.view.Counts;

/** Which of the figures a table shows. */
enum Figure {
    PLEDGED("pledged", "Pledged"),
    FIRM("firm", "Firm: pledged without a condition"),
    IN_FORCE("in-force", "Condition met: firm, or with its condition met");

    private final String id;
    private final String title;

    Figure(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The figure that an address names; pledged if it names none. */
    static Figure named(@Nullable String id) {
        for (Figure figure : values()) {
            if (figure.id.equals(id)) {
                return figure;
            }
        }
        return PLEDGED;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    @Nullable
    Integer of(Counts counts) {
        return switch (this) {
            case PLEDGED -> counts.pledged();
            case FIRM -> counts.firm();
            case IN_FORCE -> counts.inForce();
        };
    }
}
