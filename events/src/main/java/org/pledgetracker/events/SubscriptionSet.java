package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rep, or the organisation, wants to be told, over what and when; the whole of it, each time.
 *
 * @param rep handle of the rep, keyed apart from pledgers; of a webhook of the organisation a random one
 * @param organisation what the organisation calls its webhook; null for what a rep subscribed to
 * @param everywhere whether all regions are theirs, as they are the organiser's
 * @param regions the rep's own regions, as their last sign-in said
 * @param email where their mail goes; null if they gave no address, or took it back
 * @param webhook which address is called; null if none is
 * @param feed what lets their inbox be read as a feed; null if nothing does
 * @param readUpTo the cursor up to which they have read their inbox
 * @param lastSeenOn the day of their last sign-in with the role
 */
public record SubscriptionSet(
        String rep,
        @Nullable String organisation,
        boolean everywhere,
        List<String> regions,
        Interest interest,
        Timing timing,
        @Nullable Contact email,
        @Nullable Contact webhook,
        @Nullable Feed feed,
        String readUpTo,
        LocalDate lastSeenOn,
        Instant at)
        implements Event {

    public static final String TYPE = "subscription.set.v1";

    public SubscriptionSet {
        Objects.requireNonNull(rep, "rep");
        regions = List.copyOf(regions);
        Objects.requireNonNull(interest, "interest");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(readUpTo, "readUpTo");
        Objects.requireNonNull(lastSeenOn, "lastSeenOn");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public String key() {
        return rep;
    }

    /**
     * Which crossings a rep wants to be told of. An empty list leaves its question open: all of them.
     *
     * @param national whether also thresholds that count all regions
     * @param regions only these of the rep's own
     * @param thresholds only these, each as campaign/threshold
     */
    public record Interest(
            List<String> campaigns,
            boolean national,
            List<String> regions,
            List<EmploymentType> employmentTypes,
            List<String> actions,
            List<String> thresholds) {

        public Interest {
            campaigns = List.copyOf(campaigns);
            regions = List.copyOf(regions);
            employmentTypes = List.copyOf(employmentTypes);
            actions = List.copyOf(actions);
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * When mail is sent, in the United Kingdom's time. A webhook is called at once.
     *
     * @param dailyAt once a day at this time; null for at once
     * @param quietFrom from then until {@code quietTo} nothing is sent; null, like the other, for no quiet hours
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Timing(
            @Nullable LocalTime dailyAt,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo) {}

    /**
     * An address, and the secrets that go with it.
     *
     * @param sealed base64 of nonce and AES-GCM ciphertext
     * @param mark keyed mark of the address, which deliveries bear instead of it
     * @param since only crossings after this are delivered to it
     * @param disabled why it is not used any more, in plain words; null while it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            String sealed,
            String mark,
            Instant since,
            @Nullable String disabled) {

        public Contact {
            Objects.requireNonNull(sealed, "sealed");
            Objects.requireNonNull(mark, "mark");
            Objects.requireNonNull(since, "since");
        }
    }

    /**
     * A feed of the inbox, for whoever has its token.
     *
     * @param mark keyed mark of the token, which stands nowhere
     * @param since when the token was made
     */
    public record Feed(String mark, Instant since) {

        public Feed {
            Objects.requireNonNull(mark, "mark");
            Objects.requireNonNull(since, "since");
        }
    }
}
