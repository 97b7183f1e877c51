package org.pledgetracker.notifier.subscribing;

import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Role;

/** What a member looks after. */
public final class Patches {

    private Patches() {}

    public static Patch of(Member member) {
        return member.is(Role.ORGANISER) ? Patch.whole() : Patch.of(member.regions());
    }
}
