package org.pledgetracker.webkit;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as their token says. A controller takes one as an argument. It holds no name and no address; the
 * subject must reach no log line, metric or event.
 *
 * @param issuer who vouches for them
 * @param subject their stable id at the issuer
 * @param regions the ids of the regions that a rep looks after
 * @param region the id of the region that a GP works in, if known
 * @param employmentType how a GP is employed, if known: partner, salaried or locum
 */
public record Member(
        String issuer,
        String subject,
        Set<Role> roles,
        Set<String> regions,
        @Nullable String region,
        @Nullable String employmentType) {

    public Member {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        roles = Set.copyOf(roles);
        regions = Set.copyOf(regions);
    }

    /** Whether they have this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The member that the claims of a token stand for. */
    static Member of(Map<String, Object> claims, WebKitProperties.Claims names) {
        ClaimReader reader = new ClaimReader(claims, names);
        return new Member(
                Objects.toString(claims.get("iss"), ""),
                Objects.toString(reader.member(), ""),
                reader.roles(),
                new LinkedHashSet<>(reader.texts(names.regions())),
                reader.text(names.region()),
                reader.text(names.employmentType()));
    }

    /** Says nothing about who it is, so that a log line cannot either. */
    @Override
    public String toString() {
        return "Member" + roles;
    }
}
