package org.pledgetracker.webkit;

import java.util.List;
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
     */
    public record SignIn(@Nullable String issuer, @Nullable String internalAddress) {}

    /**
     * This service as a client of the provider.
     *
     * @param id its client id; a service without one has no sign-in
     * @param secret its client secret; there is no default
     */
    public record Client(@Nullable String id, @Nullable String secret) {}

    /** The names of the claims that roles and regions are read from. */
    public record Claims(
            @DefaultValue("roles") String roles,
            @DefaultValue("regions") String regions,
            @DefaultValue("region") String region,
            @DefaultValue("employment_type") String employmentType) {}
}
