package org.pledgetracker.signin;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.webkit.Addresses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of sign-in.
 *
 * @param clients the secrets of the services, by client id
 * @param internalAddresses where sign-in itself reaches the services, if not under their public addresses
 * @param data the folder that keeps the signing keys
 * @param roll the member roll, a CSV file; not needed in demo mode
 * @param campaigns the folder with the electorate that demo members follow
 * @param mailFrom the sender of the mails with links
 */
@ConfigurationProperties("pledge-tracker")
public record SignInProperties(
        @DefaultValue Map<String, Client> clients,
        @DefaultValue InternalAddresses internalAddresses,
        @DefaultValue("data") Path data,
        @Nullable Path roll,
        @DefaultValue("campaigns") Path campaigns,
        @DefaultValue("pledge-tracker@localhost") String mailFrom,
        @DefaultValue("false") boolean demo) {

    /** A service that signs its members in here. */
    public record Client(@Nullable String secret) {}

    /** The base addresses of the services inside a network of their own. */
    public record InternalAddresses(
            @Nullable String pledge,
            @Nullable String tally,
            @Nullable String notifier) {}

    /** Where sign-in itself reaches the service with this client id. */
    public String addressOf(String service, Addresses known) {
        String internal = switch (service) {
            case "pledge-service" -> internalAddresses.pledge();
            case "tally-service" -> internalAddresses.tally();
            case "notifier-service" -> internalAddresses.notifier();
            default -> null;
        };
        return internal == null ? known.of(service) : internal;
    }
}
