package org.pledgetracker.webkit;

import java.util.Locale;

/** What a member may do here. */
public enum Role {
    /** Pledges. */
    GP("GP"),
    /** Watches the released figures and the alerts of their regions. */
    REP("Rep"),
    /** Defines campaigns and sees exact figures. */
    ORGANISER("Organiser"),
    /** Was a GP on the roll, and is no longer: sees and erases what they pledged, and nothing else. */
    LEAVER("GP no longer on the roll");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** As a page says it. */
    public String title() {
        return title;
    }

    /** As claims and messages name it: lower case. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The authority that Spring Security checks, such as {@code ROLE_GP}. */
    String authority() {
        return "ROLE_" + name();
    }
}
