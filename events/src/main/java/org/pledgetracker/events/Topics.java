package org.pledgetracker.events;

import java.util.List;

/** All topics of the system. */
public final class Topics {

    /** Every version is kept: a file that was published once is known by them, and must not undo what came after it. */
    public static final Topic<CampaignDefined> CAMPAIGNS =
            new Topic<>("campaigns", CampaignDefined.class, Writer.PLEDGE_SERVICE, Retention.EVERYTHING);

    public static final Topic<CampaignKeyCreated> CAMPAIGN_KEYS =
            new Topic<>("campaign-keys", CampaignKeyCreated.class, Writer.PLEDGE_SERVICE, Retention.LATEST_ERASED_SOON);

    public static final Topic<PledgesDeclared> PLEDGES =
            new Topic<>("pledges", PledgesDeclared.class, Writer.PLEDGE_SERVICE, Retention.LATEST_AFTER_A_WEEK);

    public static final Topic<TallyCounted> TALLIES =
            new Topic<>("tallies", TallyCounted.class, Writer.TALLY_SERVICE, Retention.LATEST);

    public static final Topic<TallyReleased> RELEASES =
            new Topic<>("releases", TallyReleased.class, Writer.TALLY_SERVICE, Retention.LATEST);

    public static final Topic<ThresholdCrossed> THRESHOLD_EVENTS =
            new Topic<>("threshold-events", ThresholdCrossed.class, Writer.TALLY_SERVICE, Retention.EVERYTHING);

    public static final Topic<TallyRecorded> TALLY_HISTORY =
            new Topic<>("tally-history", TallyRecorded.class, Writer.TALLY_SERVICE, Retention.FOR_400_DAYS);

    public static final Topic<FiguresDisclosed> DISCLOSURES =
            new Topic<>("disclosures", FiguresDisclosed.class, Writer.TALLY_SERVICE, Retention.FOR_TWO_YEARS);

    public static final Topic<SubscriptionSet> SUBSCRIPTIONS =
            new Topic<>("subscriptions", SubscriptionSet.class, Writer.NOTIFIER_SERVICE, Retention.LATEST);

    public static final Topic<AlertEvent> DELIVERIES =
            new Topic<>("deliveries", AlertEvent.class, Writer.NOTIFIER_SERVICE, Retention.LATEST_AFTER_A_WEEK);

    public static final List<Topic<?>> ALL = List.of(
            CAMPAIGNS,
            CAMPAIGN_KEYS,
            PLEDGES,
            TALLIES,
            RELEASES,
            THRESHOLD_EVENTS,
            TALLY_HISTORY,
            DISCLOSURES,
            SUBSCRIPTIONS,
            DELIVERIES);

    /** The topics whose erased records have to disappear from the disk even when nothing else is written. */
    public static final List<Topic<?>> MARKED = List.of(PLEDGES, CAMPAIGN_KEYS);

    /**
     * The reserved key of the records without a value that pledge-service writes to every partition of {@link #MARKED}
     * topics hourly, so that Kafka closes and compacts segments of a quiet topic too; readers ignore it.
     */
    public static final String MARKER_KEY = "~marker";

    /**
     * Where tally-service puts records of {@link #PLEDGES} that are not cards, as they are: key and value, with headers that
     * say where each stood and why it could not be read. Kept for 14 days; nothing reads it but people.
     */
    public static final String PLEDGES_DEAD_LETTERS = "pledges-dead-letters";

    private Topics() {}

    /** The topics of one writer. */
    public static List<Topic<?>> writtenBy(Writer writer) {
        return ALL.stream().filter(topic -> topic.writer() == writer).toList();
    }
}
