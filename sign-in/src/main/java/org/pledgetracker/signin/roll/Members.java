package org.pledgetracker.signin.roll;

import java.util.Optional;

/** All who can sign in. */
public interface Members {

    /** The member with this subject, if there is one. */
    Optional<RollMember> bySubject(String subject);
}
