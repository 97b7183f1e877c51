package org.pledgetracker.signin.roll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a roll differs from the one before it. Everything here is pure.
 *
 * @param joined the subjects of who was not on it before
 * @param left the subjects of who is no longer on it
 * @param changed the subjects of those of whom it says something else
 */
public record RollChange(Set<String> joined, Set<String> left, Set<String> changed) {

    public RollChange {
        joined = Set.copyOf(joined);
        left = Set.copyOf(left);
        changed = Set.copyOf(changed);
    }

    static RollChange between(Roll before, Roll now) {
        Set<String> joined = new HashSet<>();
        Set<String> changed = new HashSet<>();
        now.byEmail().forEach((email, member) -> {
            if (before.bySubject(member.subject()).isEmpty()) {
                joined.add(member.subject());
            } else if (!member.equals(before.byEmail().get(email))) {
                changed.add(member.subject());
            }
        });
        Set<String> left = new HashSet<>();
        before.byEmail().values().stream()
                .map(RollMember::subject)
                .filter(subject -> now.bySubject(subject).isEmpty())
                .forEach(left::add);
        return new RollChange(joined, left, changed);
    }

    /** Who has left as a GP, once the roll is this: those from before, those who left now, none who is a GP again. */
    static List<Leaver> leavers(List<Leaver> before, Roll last, Roll now, Instant at) {
        List<Leaver> leavers = new ArrayList<>(
                before.stream().filter(leaver -> !isGp(now, leaver.subject())).toList());
        Set<String> known = new HashSet<>(leavers.stream().map(Leaver::subject).toList());
        last.byEmail().forEach((email, member) -> {
            if (member.isGp() && !isGp(now, member.subject()) && known.add(member.subject())) {
                leavers.add(Leaver.of(email, member, at));
            }
        });
        return leavers;
    }

    private static boolean isGp(Roll roll, String subject) {
        return roll.bySubject(subject).filter(RollMember::isGp).isPresent();
    }
}
