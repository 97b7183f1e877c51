package org.pledgetracker.webkit.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.pledgetracker.webkit.TestTokens;

/** Who calls. A rep looks after {@link #REGION}, another rep after {@link #OTHER_REGION}. */
public enum Caller {
    ANONYMOUS,
    GP,
    REP,
    OTHER_REP,
    ORGANISER,
    BAD_TOKEN;

    static final String REGION = "london";
    static final String OTHER_REGION = "wales";

    /** Those who are somebody. */
    static final List<Caller> MEMBERS = List.of(GP, REP, OTHER_REP, ORGANISER);

    /** The heading of their column. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The claims of somebody new in this role. */
    Map<String, Object> claims() {
        String subject = title() + "-" + UUID.randomUUID();
        return switch (this) {
            case GP -> Map.of("sub", subject, "roles", List.of("gp"), "region", REGION, "employment_type", "partner");
            case REP -> Map.of("sub", subject, "roles", List.of("rep"), "regions", List.of(REGION));
            case OTHER_REP -> Map.of("sub", subject, "roles", List.of("rep"), "regions", List.of(OTHER_REGION));
            case ORGANISER -> Map.of("sub", subject, "roles", List.of("organiser"));
            case ANONYMOUS, BAD_TOKEN -> throw new IllegalStateException("nobody is " + title());
        };
    }

    /** A good token of somebody new in this role. */
    String token(TestTokens tokens) {
        return tokens.token(claims());
    }
}
