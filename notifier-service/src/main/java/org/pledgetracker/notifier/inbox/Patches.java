package org.pledgetracker.notifier.inbox;

import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Role;

/** What a member looks after. */
final class Patches {

    private Patches() {}

    static Patch of(Member member) {
        return member.is(Role.ORGANISER) ? Patch.whole() : Patch.of(member.regions());
    }
}
