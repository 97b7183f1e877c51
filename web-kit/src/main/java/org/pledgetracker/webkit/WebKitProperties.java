package org.pledgetracker.webkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that every web face shares.
 *
 * @param languages that pages can be read in; other than English, the service has its messages in them
 * @param demo whether sample members can be signed in as; every page says so
 */
@ConfigurationProperties("pledge-tracker")
public record WebKitProperties(
        @DefaultValue Addresses addresses,
        @DefaultValue SignIn signIn,
        @DefaultValue Client client,
        @DefaultValue Claims claims,
        @DefaultValue("english") List<Language> languages,
        @DefaultValue("false") boolean demo) {

    public WebKitProperties {
        languages = List.copyOf(languages);
    }

    /** The OpenID Connect issuer, as browsers and tokens name it. */
    public String issuer() {
        String issuer = signIn.issuer();
        return issuer == null ? addresses.signIn() : issuer;
    }

    /** The issuer and the name of the claim that tell one member from all others: with another, everybody is somebody else. */
    public String membersKnownBy() {
        return issuer() + " " + claims.member();
    }

    /** Where the services themselves reach sign-in, for tokens and keys. */
    String internalSignIn() {
        String internal = signIn.internalAddress();
        return internal == null ? issuer() : internal;
    }

    /** Which service this is: its client id, or sign-in. */
    String service() {
        String id = client.id();
        return id == null ? "sign-in" : id;
    }

    /** This service's own public address. */
    String ownAddress() {
        return addresses.of(service());
    }

    /**
     * The OpenID Connect provider.
     *
     * @param issuer its issuer; the address of sign-in where it is not set
     * @param internalAddress where the services reach it, if not under the issuer
     * @param audience what access tokens for the API are meant for
     * @param scopes what is asked for: nothing but who it is
     */
    public record SignIn(
            @Nullable String issuer,
            @Nullable String internalAddress,
            @DefaultValue("pledge-tracker") String audience,
            @DefaultValue("openid") List<String> scopes,
            @DefaultValue Endpoints endpoints) {}

    /** Where another provider than the bundled one has its endpoints; whole addresses, as its discovery document has them. */
    public record Endpoints(
            @Nullable String authorization,
            @Nullable String token,
            @Nullable String keys,
            @Nullable String endSession) {}

    /**
     * This service as a client of the provider.
     *
     * @param id which service this is; a service without an id has no sign-in
     * @param registeredAs its client id at the provider, where that is another
     * @param secret its client secret; there is no default
     */
    public record Client(
            @Nullable String id,
            @Nullable String registeredAs,
            @Nullable String secret) {}

    /**
     * Which claims members are read from; a path with dots, such as {@code realm_access.roles}, leads into claims that hold
     * claims.
     *
     * @param member what tells one member from all others, and is the same in all three services
     * @param roleNames our roles as the provider names them, where it names them otherwise
     */
    public record Claims(
            @DefaultValue("sub") String member,
            @DefaultValue("roles") String roles,
            @DefaultValue("regions") String regions,
            @DefaultValue("region") String region,
            @DefaultValue("employment_type") String employmentType,
            @DefaultValue Map<Role, Set<String>> roleNames) {

        /** The role that the provider means. */
        Optional<Role> roleNamed(String name) {
            return Stream.of(Role.values())
                    .filter(role -> roleNames.containsKey(role)
                            ? roleNames.get(role).contains(name)
                            : role.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }
}
