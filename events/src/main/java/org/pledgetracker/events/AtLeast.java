package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A level: either a count of pledges or a share of an electorate, never both. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AtLeast(@Nullable Integer count, @Nullable Share share) {

    public AtLeast {
        if ((count == null) == (share == null)) {
            throw new IllegalArgumentException("a level is either a count or a share");
        }
        if (count != null && count < 0) {
            throw new IllegalArgumentException("a count cannot be negative");
        }
    }

    public static AtLeast count(int count) {
        return new AtLeast(count, null);
    }

    public static AtLeast share(Share share) {
        return new AtLeast(null, share);
    }

    /** The number of pledges that this level asks for, of an electorate of that size. */
    public long required(long electorate) {
        if (share != null) {
            return share.of(electorate);
        }
        return count == null ? 0 : count;
    }
}
