package org.pledgetracker.signin;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pledgetracker.webkit.MessageBundle;

class MessagesTest {

    @Test
    void bothLanguagesSayTheSame() {
        MessageBundle.in("sign-in").assertSameInBothLanguages();
    }

    @Test
    void allThatPagesSayIsThere() {
        MessageBundle.in("sign-in").assertHasAllThatTemplatesUse(Path.of("src/main/resources/templates"));
    }
}
