package org.pledgetracker.webkit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a provider says of a member where its claims are configured to be. */
final class ClaimReader {

    private final Map<String, Object> claims;
    private final WebKitProperties.Claims names;

    ClaimReader(Map<String, Object> claims, WebKitProperties.Claims names) {
        this.claims = claims;
        this.names = names;
    }

    /** Their stable id at the issuer; null where the provider does not give it. */
    @Nullable
    String member() {
        return text(names.member());
    }

    /** None where the provider does not say who it is: else all of those would be the same member. */
    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (member() != null) {
            texts(names.roles()).forEach(name -> names.roleNamed(name).ifPresent(roles::add));
        }
        return roles;
    }

    List<String> texts(String name) {
        return switch (find(name)) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString().trim().split("\\s+"));
        };
    }

    @Nullable
    String text(String name) {
        Object claim = find(name);
        return claim == null || claim.toString().isBlank() ? null : claim.toString();
    }

    /** A claim of that name, which may have dots in it; else the claim that the path between the dots leads to. */
    private @Nullable Object find(String name) {
        Object whole = claims.get(name);
        if (whole != null) {
            return whole;
        }
        Object here = claims;
        for (String step : name.split("\\.", -1)) {
            here = here instanceof Map<?, ?> within ? within.get(step) : null;
        }
        return here;
    }
}
