package org.pledgetracker.signin.roll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sign-in tells the services of a member: neither a name nor an address.
 *
 * @param subject their stable, opaque id
 * @param roles gp, rep, organiser; leaver for a GP who is no longer on the roll
 * @param regions the ids of the regions that a rep looks after
 * @param region the id of the region that a GP works in
 * @param employmentType partner, salaried or locum
 */
public record RollMember(
        String subject,
        List<String> roles,
        List<String> regions,
        @Nullable String region,
        @Nullable String employmentType) {

    static final String GP = "gp";
    static final String LEAVER = "leaver";

    public RollMember {
        roles = List.copyOf(roles);
        regions = List.copyOf(regions);
    }

    /** The subject of the member with this id on the roll: always the same, and not the id itself. */
    public static String subjectOf(String memberId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("pledge-tracker member " + memberId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A member of whom nothing is known but that they may erase what they pledged. */
    public static RollMember leaver(String subject) {
        return new RollMember(subject, List.of(LEAVER), List.of(), null, null);
    }

    boolean isGp() {
        return roles.contains(GP);
    }

    /** The same member, who may erase what they pledged as well. */
    RollMember andLeaver() {
        List<String> more = new ArrayList<>(roles);
        more.add(LEAVER);
        return new RollMember(subject, more, regions, region, employmentType);
    }

    /** The claims of their tokens. */
    public Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("roles", roles);
        claims.put("regions", regions);
        if (region != null) {
            claims.put("region", region);
        }
        if (employmentType != null) {
            claims.put("employment_type", employmentType);
        }
        return claims;
    }
}
