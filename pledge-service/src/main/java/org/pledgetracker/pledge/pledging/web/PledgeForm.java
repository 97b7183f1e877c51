package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.Decision;
import org.pledgetracker.pledge.pledging.FieldFault;
import org.pledgetracker.pledge.pledging.Submission;
import org.pledgetracker.pledge.pledging.Submission.SubmittedPledge;
import org.springframework.util.MultiValueMap;

/**
 * The answers on the form as they are; nothing in them is believed yet.
 *
 * @param condition the answer for all actions; empty if there is none
 * @param ownConditions other answers for single actions, by action
 * @param version mark of the card that the form was made for; empty if there was none
 */
record PledgeForm(
        String region,
        String employmentType,
        List<String> actions,
        String condition,
        Map<String, String> ownConditions,
        String version) {

    private static final String OWN = "condition-";

    static PledgeForm of(MultiValueMap<String, String> fields) {
        Map<String, String> own = new HashMap<>();
        fields.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(OWN) && value != null && !value.isEmpty()) {
                own.put(name.substring(OWN.length()), value);
            }
        });
        return new PledgeForm(
                first(fields, "region"),
                first(fields, "employmentType"),
                fields.getOrDefault("action", List.of()).stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                first(fields, "condition"),
                own,
                first(fields, "version"));
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    /** The form for a card that stands: what was set aside is left out, since it could not be pledged again. */
    static PledgeForm of(Card card, CampaignDefinition campaign, String version) {
        List<Pledge> pledges = card.pledges().stream()
                .filter(pledge -> campaign.allows(pledge, card.employmentType(), card.region()))
                .toList();
        String condition =
                pledges.isEmpty() ? "" : ConditionChoice.code(pledges.getFirst().onlyIf());
        Map<String, String> own = new HashMap<>();
        for (Pledge pledge : pledges) {
            String code = ConditionChoice.code(pledge.onlyIf());
            if (!code.equals(condition)) {
                own.put(pledge.action(), code);
            }
        }
        return new PledgeForm(
                card.region(),
                card.employmentType().wireName(),
                pledges.stream().map(Pledge::action).toList(),
                condition,
                own,
                version);
    }

    /** An empty form with what sign-in says of the member. */
    static PledgeForm prefilled(CardView known) {
        return new PledgeForm(
                Objects.requireNonNullElse(known.region(), ""),
                Objects.requireNonNullElse(known.employmentType(), ""),
                List.of(),
                "",
                Map.of(),
                "");
    }

    /** Whether it is faultless as far as the form itself goes, before its pledges are looked at. */
    boolean isComplete(CampaignDefinition campaign) {
        return !actions.isEmpty() && !lacksACondition(campaign);
    }

    boolean lacksACondition(CampaignDefinition campaign) {
        boolean undecided =
                actions.stream().anyMatch(action -> choice(action, campaign).isEmpty());
        return !campaign.conditions().isEmpty() && (undecided || (actions.isEmpty() && condition.isEmpty()));
    }

    /** What is wrong with region and employment type alone. */
    List<FieldFault> faultsAboutTheGp(CampaignDefinition campaign, Instant now) {
        Submission nothing =
                new Submission(region, employmentType, campaign.consent().version(), List.of());
        return Card.decide(null, nothing, campaign, now) instanceof Decision.Refused refused
                ? refused.faults()
                : List.of();
    }

    /** The submission of these answers, as if the campaign's text had been agreed to. */
    Submission agreed(CampaignDefinition campaign) {
        return submission(campaign, campaign.consent().version());
    }

    Submission submission(CampaignDefinition campaign, @Nullable String consentVersion) {
        return new Submission(
                region,
                employmentType,
                consentVersion,
                actions.stream()
                        .map(action -> new SubmittedPledge(
                                action,
                                choice(action, campaign)
                                        .orElse(new ConditionChoice(null))
                                        .onlyIf()))
                        .toList());
    }

    private Optional<ConditionChoice> choice(String action, CampaignDefinition campaign) {
        String common = campaign.conditions().isEmpty() ? ConditionChoice.FIRM : condition;
        return ConditionChoice.of(ownConditions.getOrDefault(action, common), campaign.conditions());
    }

    /** All answers as fields, to be carried through the next page. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>(fieldsBesidesTheGp());
        fields.add(new Field("region", region));
        fields.add(new Field("employmentType", employmentType));
        return fields;
    }

    /** All answers but region and employment type. */
    List<Field> fieldsBesidesTheGp() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("version", version));
        fields.add(new Field("condition", condition));
        actions.forEach(action -> fields.add(new Field("action", action)));
        ownConditions.forEach((action, code) -> fields.add(new Field(OWN + action, code)));
        return fields;
    }

    /** A field of a form. */
    record Field(String name, String value) {}
}
