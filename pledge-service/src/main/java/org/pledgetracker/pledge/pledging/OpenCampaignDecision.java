package org.pledgetracker.pledge.pledging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Consent;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Pledge;

/** Decides on a submission while the campaign is open: every fault is found. */
final class OpenCampaignDecision {

    private final @Nullable Card current;
    private final Submission submission;
    private final CampaignDefinition campaign;
    private final Instant hour;
    private final List<FieldFault> faults = new ArrayList<>();

    OpenCampaignDecision(@Nullable Card current, Submission submission, CampaignDefinition campaign, Instant hour) {
        this.current = current;
        this.submission = submission;
        this.campaign = campaign;
        this.hour = hour;
    }

    Decision decide() {
        Optional<String> region = region();
        Optional<EmploymentType> type = employmentType();
        checkPledges(region.orElse(null), type.orElse(null));
        Optional<Consent> consent = consent();
        if (!faults.isEmpty() || region.isEmpty() || type.isEmpty() || consent.isEmpty()) {
            return new Decision.Refused(faults);
        }
        return new Decision.Declared(
                new Card(region.get(), type.get(), Card.pledgesOf(submission), consent.get(), hour));
    }

    private Optional<String> region() {
        String region = submission.region();
        if (region == null || region.isBlank()) {
            fault("region", "region-missing", "Choose your region");
        } else if (campaign.region(region).isEmpty()) {
            fault("region", "region-unknown", "This is not a region of the campaign: choose one of its regions");
        } else {
            return Optional.of(region);
        }
        return Optional.empty();
    }

    private Optional<EmploymentType> employmentType() {
        String wanted = submission.employmentType();
        Optional<EmploymentType> type = Stream.of(EmploymentType.values())
                .filter(known -> known.wireName().equals(wanted))
                .findFirst();
        if (type.isEmpty()) {
            fault("employmentType", "type-missing", "Choose how you work: partner, salaried or locum");
        }
        return type;
    }

    private void checkPledges(@Nullable String region, @Nullable EmploymentType type) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < submission.pledges().size(); i++) {
            String path = "pledges[" + i + "]";
            Submission.SubmittedPledge pledge = submission.pledges().get(i);
            Optional<Action> action = Optional.ofNullable(pledge.action()).flatMap(campaign::action);
            if (action.isEmpty()) {
                fault(
                        path + ".action",
                        "action-unknown",
                        "This is not an action of the campaign: choose one of its actions");
            } else if (!seen.add(action.get().id())) {
                fault(
                        path + ".action",
                        "action-twice",
                        "'" + action.get().name() + "' is there twice: pledge to it once");
            } else if (region != null && type != null && !isKept(action.get(), pledge.onlyIf(), region, type)) {
                checkOpen(path, action.get(), region, type);
                checkCondition(path, pledge.onlyIf());
            }
        }
    }

    /** What stands on the card already may stay there, even if it was set aside: else nothing else could be withdrawn. */
    private boolean isKept(Action action, @Nullable OnlyIf onlyIf, String region, EmploymentType type) {
        return current != null
                && current.region().equals(region)
                && current.employmentType() == type
                && current.holds(new Pledge(action.id(), onlyIf));
    }

    private void checkOpen(String path, Action action, String region, EmploymentType type) {
        if (action.regions().isEmpty() || action.regions().contains(region)) {
            if (!action.isOpenTo(type, region)) {
                fault(
                        path + ".action",
                        "not-open-to-type",
                        "'%s' is not open to %s: take it off".formatted(action.name(), inWords(type)));
            }
        } else {
            fault(
                    path + ".action",
                    "not-open-in-region",
                    "'%s' is not open in your region: take it off".formatted(action.name()));
        }
    }

    private static String inWords(EmploymentType type) {
        return switch (type) {
            case PARTNER -> "partners";
            case SALARIED -> "salaried GPs";
            case LOCUM -> "locums";
        };
    }

    private void checkCondition(String path, @Nullable OnlyIf onlyIf) {
        if (onlyIf != null && !campaign.conditions().contains(onlyIf)) {
            fault(
                    path + ".onlyIf",
                    "condition-unknown",
                    "This condition is not offered: choose one that is, or pledge firmly");
        }
    }

    private Optional<Consent> consent() {
        String version = submission.consentVersion();
        if (version != null && campaign.consent().version().equals(version)) {
            return Optional.of(new Consent(version, hour));
        }
        // to take a pledge back nobody has to agree to anything
        if (current != null
                && Card.submissionOf(current, submission)
                && submission.pledges().size() < current.pledges().size()) {
            return Optional.of(current.consent());
        }
        if (version == null || version.isBlank()) {
            fault("consent.version", "consent-missing", "Agree to how your pledges are recorded and counted");
        } else {
            fault(
                    "consent.version",
                    "consent-changed",
                    "The text that you agreed to has changed: read it again and agree");
        }
        return Optional.empty();
    }

    private void fault(String field, String kind, String message) {
        faults.add(new FieldFault(field, kind, message));
    }
}
