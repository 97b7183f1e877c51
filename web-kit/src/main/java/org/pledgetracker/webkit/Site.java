package org.pledgetracker.webkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the layout says on every page; templates reach it as {@code @site}. */
public final class Site {

    private final WebKitProperties properties;
    private final CurrentMember current;

    Site(WebKitProperties properties, CurrentMember current) {
        this.properties = properties;
        this.current = current;
    }

    /**
     * One way from here.
     *
     * @param here whether it leads to the service that the reader is in
     */
    public record Link(String text, String address, boolean here) {}

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
                .map(member -> member.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", ")))
                .orElse(null);
    }

    /** The ways from here that the roles of whoever is signed in allow. */
    public List<Link> navigation() {
        return current.find().map(this::links).orElse(List.of());
    }

    private List<Link> links(Member member) {
        List<Link> links = new ArrayList<>();
        if (member.is(Role.GP)) {
            links.add(link("Pledge", "pledge-service"));
        } else if (member.is(Role.ORGANISER)) {
            links.add(link("Campaigns", "pledge-service"));
        }
        if (member.is(Role.REP) || member.is(Role.ORGANISER)) {
            links.add(link("Dashboard", "tally-service"));
            links.add(link("Alerts", "notifier-service"));
        }
        return links;
    }

    private Link link(String text, String service) {
        return new Link(text, properties.addresses().of(service) + "/", service.equals(properties.service()));
    }
}
