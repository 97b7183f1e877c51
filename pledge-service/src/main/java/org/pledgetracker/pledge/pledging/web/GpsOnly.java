package org.pledgetracker.pledge.pledging.web;

import java.util.stream.Collectors;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.pledgetracker.webkit.Role;
import org.springframework.http.HttpStatus;

/** Refuses the form to everybody but GPs, and says why. */
final class GpsOnly {

    private GpsOnly() {}

    /** Whoever was a GP may still see and erase what they pledged. */
    static void requireNowOrOnce(Member member) {
        if (!member.is(Role.LEAVER)) {
            require(member);
        }
    }

    static void require(Member member) {
        if (!member.is(Role.GP)) {
            String roles = member.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", "));
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "gps-only",
                    "Only GPs can pledge",
                    "This page needs the role GP, and you are signed in as %s. If you are a GP, sign out and sign in as one."
                            .formatted(roles.isEmpty() ? "somebody without a role" : roles));
        }
    }
}
