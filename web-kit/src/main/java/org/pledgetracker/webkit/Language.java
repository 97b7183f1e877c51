package org.pledgetracker.webkit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;

/** A language that pages can be read in. English is there everywhere, Welsh where a service has its messages in it. */
public enum Language {
    ENGLISH("en-GB", "English"),
    WELSH("cy", "Cymraeg");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /** The language of the page that is being answered with. */
    public static Language current() {
        return of(LocaleContextHolder.getLocale());
    }

    /** The language of that locale; English if it is none of ours. */
    public static Language of(Locale locale) {
        return Stream.of(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    static Optional<Language> tagged(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** What messages, dates and numbers are formatted by. */
    public Locale locale() {
        return locale;
    }

    /** As {@code <html lang>} says it. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** What it calls itself. */
    public String ownName() {
        return ownName;
    }
}
