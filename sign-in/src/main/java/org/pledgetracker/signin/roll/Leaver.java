package org.pledgetracker.signin.roll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GP who is no longer on the roll: for 30 days they may sign in to see and erase what they pledged; then it is erased
 * for them.
 *
 * @param email their address as the last roll had it
 * @param leftAt when a roll without them was taken over
 */
public record Leaver(
        String email,
        String subject,
        @Nullable String region,
        @Nullable String employmentType,
        Instant leftAt) {

    static final Duration GRACE = Duration.ofDays(30);

    static Leaver of(String email, RollMember member, Instant leftAt) {
        return new Leaver(email, member.subject(), member.region(), member.employmentType(), leftAt);
    }

    /** Whether their time is over. */
    boolean isDue(Instant now) {
        return !now.isBefore(leftAt.plus(GRACE));
    }

    /** What tokens say of them. */
    RollMember member() {
        return new RollMember(subject, List.of(RollMember.LEAVER), List.of(), region, employmentType);
    }
}
