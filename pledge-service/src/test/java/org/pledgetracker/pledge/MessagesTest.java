package org.pledgetracker.pledge;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.ActionKind;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.pledge.pledging.SetAside;
import org.pledgetracker.webkit.MessageBundle;

class MessagesTest {

    @Test
    void bothLanguagesSayTheSame() {
        MessageBundle.in("pledge-service").assertSameInBothLanguages();
    }

    @Test
    void everyKindTypeAndReasonHasItsWords() {
        MessageBundle bundle = MessageBundle.in("pledge-service");
        bundle.assertHas(Stream.of(ActionKind.values())
                .flatMap(kind -> Stream.of("kind." + kind.wireName(), "kind." + kind.wireName() + ".stake")));
        bundle.assertHas(Stream.of(EmploymentType.values())
                .map(EmploymentType::wireName)
                .flatMap(type -> Stream.of("type.", "types.", "open.not-to.", "about.as.")
                        .map(prefix -> prefix + type)));
        bundle.assertHas(Stream.of(SetAside.values())
                .map(reason ->
                        "set-aside." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Test
    void whatTemplatesSayIsThere() {
        MessageBundle.in("pledge-service").assertHasAllThatTemplatesUse(Path.of("src/main/resources/templates"));
    }
}
