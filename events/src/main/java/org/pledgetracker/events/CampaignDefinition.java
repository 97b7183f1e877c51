package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that an organiser says about a campaign.
 *
 * @param state what the organiser last said; {@link #stateAt} also looks at the clock
 * @param approvedBy who approved the text; null in a draft
 * @param eraseAfterDays how many days after closing all cards are erased
 * @param conditions the conditions that a pledge may carry; empty for firm pledges only
 * @param publishAt from when GPs and the public see released figures; null: not before it closes
 * @param publishOnReaching the id of the threshold whose first reaching lets them see released figures sooner; null: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignDefinition(
        String title,
        String summary,
        CampaignState state,
        @Nullable String approvedBy,
        Instant opensAt,
        Instant closesAt,
        int eraseAfterDays,
        ConsentText consent,
        List<Region> regions,
        List<Action> actions,
        Electorate electorate,
        List<OnlyIf> conditions,
        List<Threshold> thresholds,
        @Nullable Instant publishAt,
        @Nullable String publishOnReaching) {

    public CampaignDefinition {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(opensAt, "opensAt");
        Objects.requireNonNull(closesAt, "closesAt");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(electorate, "electorate");
        regions = List.copyOf(regions);
        actions = List.copyOf(actions);
        conditions = List.copyOf(conditions);
        thresholds = List.copyOf(thresholds);
    }

    /** Open only where the organiser opened it and the dates agree. */
    public CampaignState stateAt(Instant now) {
        if (state == CampaignState.CLOSED || !now.isBefore(closesAt)) {
            return CampaignState.CLOSED;
        }
        return state == CampaignState.OPEN && !now.isBefore(opensAt) ? CampaignState.OPEN : CampaignState.DRAFT;
    }

    /**
     * Whether GPs and the public see released figures by then: of a draft they see nothing.
     *
     * @param everReached whether the threshold with that id was ever reached: that it is lost again takes nothing back
     */
    public boolean isPublishedAt(Instant now, Predicate<String> everReached) {
        CampaignState stands = stateAt(now);
        if (stands == CampaignState.DRAFT) {
            return false;
        }
        if (publishOnReaching != null && everReached.test(publishOnReaching)) {
            return true;
        }
        return publishAt == null ? stands == CampaignState.CLOSED : !now.isBefore(publishAt);
    }

    /** The threshold whose first reaching publishes, if there is one. */
    public Optional<Threshold> publishingThreshold() {
        return thresholds.stream().filter(t -> t.id().equals(publishOnReaching)).findFirst();
    }

    public Optional<Action> action(String id) {
        return actions.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    public Optional<Region> region(String id) {
        return regions.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Whether a card's pledge fits this definition; one that does not is set aside. */
    public boolean allows(Pledge pledge, EmploymentType type, String region) {
        return new Allowance(this).allows(pledge, type, region);
    }

    /**
     * The versioned text that a GP consents to.
     *
     * @param answerBy when the cards of those who have not agreed to this version are erased; null where nobody has to
     *     answer again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsentText(
            String version, String text, @Nullable Instant answerBy) {

        public ConsentText {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(text, "text");
        }

        /** A text that nobody has to answer again. */
        public ConsentText(String version, String text) {
            this(version, text, null);
        }
    }
}
