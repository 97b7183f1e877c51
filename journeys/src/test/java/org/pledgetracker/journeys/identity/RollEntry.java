package org.pledgetracker.journeys.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pledgetracker.signin.roll.RollMember;

/** Somebody on the roll, with a name that no log holds by chance. */
record RollEntry(
        String memberId,
        String givenName,
        String familyName,
        String email,
        String gmcNumber,
        String roles,
        String region,
        String employmentType,
        String regions) {

    private static final List<String> GIVEN = List.of(
            "Zebulina",
            "Quillona",
            "Xanthippe",
            "Yggdrasila",
            "Wolframina",
            "Vercingeta",
            "Umbrellina",
            "Thistlewyn",
            "Skvorecka",
            "Ravelston",
            "Quombastra",
            "Plinketta");
    private static final List<String> FAMILY = List.of(
            "Quartermaine",
            "Featherstonehaugh",
            "Brzeczyszczykiewicz",
            "Llanfairpwll",
            "Ngonidzashe",
            "Oyelaranson",
            "Wigglesworthy",
            "Cholmondeleigh",
            "Majoribankson",
            "Auchterlonied",
            "Zhuravlyovska",
            "Krzhizhanovska");

    /** A dozen GPs; the first of them is a rep as well. */
    static List<RollEntry> gps() {
        return IntStream.range(0, GIVEN.size()).mapToObj(RollEntry::gp).toList();
    }

    private static RollEntry gp(int number) {
        String address = GIVEN.get(number) + "." + FAMILY.get(number) + "+pledge@Example.ORG";
        boolean rep = number == 0;
        return new RollEntry(
                "bma-member-zq" + (48_150 + number),
                GIVEN.get(number),
                FAMILY.get(number),
                number % 2 == 0 ? address : address.toLowerCase(Locale.ROOT),
                String.valueOf(7_391_840 + number),
                rep ? "gp rep" : "gp",
                "london",
                "partner",
                rep ? "london" : "");
    }

    static String roll(List<RollEntry> entries) {
        return entries.stream()
                .map(RollEntry::line)
                .collect(Collectors.joining(
                        "\n", "member_id,name,email,gmc_number,roles,region,employment_type,regions\n", "\n"));
    }

    String subject() {
        return RollMember.subjectOf(memberId);
    }

    private String line() {
        return String.join(
                ",",
                memberId,
                "Dr " + givenName + " " + familyName,
                email,
                gmcNumber,
                roles,
                region,
                employmentType,
                regions);
    }
}
