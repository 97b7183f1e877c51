package org.pledgetracker.events;

import java.util.Objects;

/** A region of a campaign: data, not code, since councils and boards draw them differently. */
public record Region(String id, String name) {

    public Region {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
