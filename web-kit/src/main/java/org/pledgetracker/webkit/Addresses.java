package org.pledgetracker.webkit;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The public base addresses of the services, without a slash at the end: links and redirects use these, never {@code Host}. */
public record Addresses(
        @DefaultValue("http://localhost:8080") String pledge,
        @DefaultValue("http://localhost:8081") String tally,
        @DefaultValue("http://localhost:8082") String notifier,
        @DefaultValue("http://localhost:9000") String signIn) {

    public Addresses {
        pledge = checked("pledge", pledge);
        tally = checked("tally", tally);
        notifier = checked("notifier", notifier);
        signIn = checked("sign-in", signIn);
    }

    /** All four, for content security policies. */
    List<String> all() {
        return List.of(pledge, tally, notifier, signIn);
    }

    /**
     * The address of the service with this client id, or of sign-in.
     *
     * @throws IllegalArgumentException if there is no such service
     */
    public String of(String service) {
        return switch (service) {
            case "pledge-service" -> pledge;
            case "tally-service" -> tally;
            case "notifier-service" -> notifier;
            case "sign-in" -> signIn;
            default ->
                throw new IllegalArgumentException("unknown service '" + service
                        + "': pledge-tracker.client.id is pledge-service, tally-service or notifier-service");
        };
    }

    private static String checked(String name, String address) {
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        URI uri = URI.create(base);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException("pledge-tracker.addresses." + name + " is '" + address
                    + "': give a whole address such as https://pledge.example.org");
        }
        return base;
    }
}
