package org.pledgetracker.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the layout says on every page; templates reach it as {@code @site}. */
public final class Site {

    private final WebKitProperties properties;
    private final CurrentMember current;
    private final Languages languages;
    private final MessageSource messages;

    Site(WebKitProperties properties, CurrentMember current, Languages languages, MessageSource messages) {
        this.properties = properties;
        this.current = current;
        this.languages = languages;
        this.messages = messages;
    }

    /**
     * One way from here.
     *
     * @param here whether it leads to the service that the reader is in
     */
    public record Link(String text, String address, boolean here) {}

    /**
     * The way to the same page in another language.
     *
     * @param tag of the language
     * @param name what it calls itself
     */
    public record LanguageLink(String tag, String name, String address) {}

    /** The language of the page. */
    public Language language() {
        return Language.current();
    }

    /** The same page in the other languages that it can be read in. */
    public List<LanguageLink> otherLanguages() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return languages.others().stream()
                .map(language ->
                        new LanguageLink(language.tag(), language.ownName(), Languages.address(request, language)))
                .toList();
    }

    /** The {@code lang} of what is in English on any page, such as a campaign's own texts; null where the page itself is. */
    public @Nullable String english() {
        return Language.current() == Language.ENGLISH ? null : Language.ENGLISH.tag();
    }

    /** Whether sample members can be signed in as. */
    public boolean demo() {
        return properties.demo();
    }

    /** Where a member who knows nothing starts: the campaigns. */
    public String home() {
        return properties.addresses().pledge() + "/";
    }

    /** The roles of whoever is signed in here, in words; null if nobody is. */
    public @Nullable String signedInAs() {
        return current.find()
                .map(member -> member.roles().stream()
                        .sorted()
                        .map(role -> say("kit.role." + role.claim()))
                        .collect(Collectors.joining(", ")))
                .orElse(null);
    }

    /** The ways from here that the roles of whoever is signed in allow. */
    public List<Link> navigation() {
        return current.find().map(this::links).orElse(List.of());
    }

    private List<Link> links(Member member) {
        List<Link> links = new ArrayList<>();
        if (member.is(Role.GP) || member.is(Role.LEAVER)) {
            links.add(link("pledge", "pledge-service"));
        } else if (member.is(Role.ORGANISER)) {
            links.add(link("campaigns", "pledge-service"));
        }
        if (member.is(Role.REP) || member.is(Role.ORGANISER)) {
            links.add(link("dashboard", "tally-service"));
            links.add(link("alerts", "notifier-service"));
        }
        return links;
    }

    private Link link(String what, String service) {
        return new Link(
                say("kit.nav." + what), properties.addresses().of(service) + "/", service.equals(properties.service()));
    }

    private String say(String key) {
        return messages.getMessage(key, null, Language.current().locale());
    }
}
