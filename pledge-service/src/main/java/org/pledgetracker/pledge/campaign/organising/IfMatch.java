package org.pledgetracker.pledge.campaign.organising;

import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.webkit.Problem;

/** The versions that a caller's conditions allow a new definition to follow; 0 stands for none. */
final class IfMatch {

    private IfMatch() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem if the caller names no version */
    static IntPredicate required(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw OrganiserRefusal.versionNotNamed();
        }
        return ofAny(ifMatch, ifNoneMatch);
    }

    static IntPredicate ofAny(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return version ->
                (ifMatch == null || names(ifMatch, version)) && (ifNoneMatch == null || !names(ifNoneMatch, version));
    }

    private static boolean names(String tags, int version) {
        return version > 0
                && Stream.of(tags.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(tag(version)));
    }
}
