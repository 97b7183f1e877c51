package org.pledgetracker.signin;

import org.junit.jupiter.api.Test;
import org.pledgetracker.webkit.MessageBundle;

class MessagesTest {

    @Test
    void bothLanguagesSayTheSame() {
        MessageBundle.in("sign-in").assertSameInBothLanguages();
    }
}
