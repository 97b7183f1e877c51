package org.pledgetracker.webkit.limit;

import java.io.IOException;

/** A body went on beyond what is taken. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("the body is too large");
    }
}
