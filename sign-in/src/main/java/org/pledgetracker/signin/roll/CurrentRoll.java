package org.pledgetracker.signin.roll;

import java.time.Clock;
import java.util.Optional;

/** Who can sign in now: who is on the roll in force, and who left it lately. */
public final class CurrentRoll implements Members {

    private final Leavers leavers;
    private final Clock clock;
    private volatile Roll roll;

    CurrentRoll(Roll roll, Leavers leavers, Clock clock) {
        this.roll = roll;
        this.leavers = leavers;
        this.clock = clock;
    }

    @Override
    public Optional<RollMember> bySubject(String subject) {
        Optional<RollMember> left = leavers.find(leaver -> leaver.subject().equals(subject), clock.instant())
                .map(Leaver::member);
        return roll.bySubject(subject)
                .map(member -> left.isPresent() ? member.andLeaver() : member)
                .or(() -> left);
    }

    /** The member with this e-mail address, whatever its case. */
    public Optional<RollMember> byEmail(String email) {
        return roll.byEmail(email)
                .or(() -> leavers.find(leaver -> leaver.email().equals(Roll.normal(email)), clock.instant())
                        .map(Leaver::member));
    }

    Roll roll() {
        return roll;
    }

    void replace(Roll next) {
        roll = next;
    }
}
