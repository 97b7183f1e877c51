package org.pledgetracker.webkit.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who has to wait, and for how long. Members are held to their own limits wherever they call from, since a whole
 * practice shares one address; whoever is nobody yet, to those of the address. Keys are held in memory and written nowhere.
 */
public final class CallLimits {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final ClientAddress addresses;
    private final Buckets reads;
    private final Buckets writes;
    private final Buckets strangers;
    private final Buckets signInAddresses;
    private final Buckets signInEmails;
    private final OpenStreams streams;

    CallLimits(LimitProperties limits) {
        addresses = new ClientAddress(limits.trustedProxies());
        int remembered = limits.remembered();
        reads = new Buckets(limits.memberReads(), remembered);
        writes = new Buckets(limits.memberWrites(), remembered);
        strangers = new Buckets(limits.address(), remembered);
        signInAddresses = new Buckets(limits.signInAddress(), remembered);
        signInEmails = new Buckets(limits.signInEmail(), remembered);
        streams = new OpenStreams(limits.memberStreams());
    }

    /** A call of this member. */
    public Optional<Duration> ofMember(String subject, HttpServletRequest request) {
        return (READING.contains(request.getMethod()) ? reads : writes).spend(subject);
    }

    /** A call of nobody in particular. */
    public Optional<Duration> ofStranger(HttpServletRequest request) {
        return strangers.spend(address(request));
    }

    /**
     * Asking for a link or a code, or using one.
     *
     * @param email the address that is asked for; empty if none is. Counted whether or not it is on the roll
     */
    public Optional<Duration> ofSigningIn(HttpServletRequest request, String email) {
        return signInAddresses
                .spend(address(request))
                .or(() -> email.isBlank() ? Optional.empty() : signInEmails.spend(hash(email)));
    }

    /** Whether this call is for a live stream, which lasts. */
    public static boolean isStream(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/live");
    }

    /** Whether this member may have one more stream open; if so, it is to be closed afterwards. */
    public boolean openStream(String subject) {
        return streams.open(subject);
    }

    /** One stream of this member has ended. */
    public void closeStream(String subject) {
        streams.close(subject);
    }

    private String address(HttpServletRequest request) {
        return addresses.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"));
    }

    private static String hash(String email) {
        try {
            byte[] normal = email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(normal));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
