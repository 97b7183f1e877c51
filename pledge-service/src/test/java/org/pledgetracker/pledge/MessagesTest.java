package org.pledgetracker.pledge;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pledgetracker.webkit.MessageBundle;

class MessagesTest {

    @Test
    void bothLanguagesSayTheSame() {
        MessageBundle.in("pledge-service").assertSameInBothLanguages();
    }

    @Test
    void whatTemplatesSayIsThere() {
        MessageBundle.in("pledge-service").assertHasAllThatTemplatesUse(Path.of("src/main/resources/templates"));
    }
}
