package org.pledgetracker.webkit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
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
        return new Member(
                Objects.toString(claims.get("iss"), ""),
                Objects.toString(claims.get("sub"), ""),
                roles(claims, names),
                new LinkedHashSet<>(texts(claims.get(names.regions()))),
                text(claims.get(names.region())),
                text(claims.get(names.employmentType())));
    }

    static Set<Role> roles(Map<String, Object> claims, WebKitProperties.Claims names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        texts(claims.get(names.roles())).forEach(name -> Role.named(name).ifPresent(roles::add));
        return roles;
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(claim.toString().trim().split("\\s+"));
        };
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim == null || claim.toString().isBlank() ? null : claim.toString();
    }

    /** Says nothing about who it is, so that a log line cannot either. */
    @Override
    public String toString() {
        return "Member" + roles;
    }
}
