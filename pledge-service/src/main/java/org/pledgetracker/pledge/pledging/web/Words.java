package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.pledge.campaign.Electorates;

/** How pages say things. */
final class Words {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, 'in the hour from' HH:00", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private Words() {}

    static String date(Instant at) {
        return DATE.format(at);
    }

    static String hour(Instant at) {
        return HOUR.format(at);
    }

    static String type(EmploymentType type) {
        return switch (type) {
            case PARTNER -> "Partner";
            case SALARIED -> "Salaried";
            case LOCUM -> "Locum";
        };
    }

    static String region(CampaignDefinition campaign, String id) {
        return campaign.region(id).map(Region::name).orElse(id);
    }

    static String action(CampaignDefinition campaign, String id) {
        return campaign.action(id).map(Action::name).orElse(id);
    }

    /** To whom an action is open, type by type. */
    static String openness(Action action) {
        List<String> parts = new ArrayList<>();
        for (EmploymentType type : EmploymentType.values()) {
            Openness openness = action.openTo().getOrDefault(type, Openness.CLOSED);
            parts.add(many(type) + ": " + openness(type, openness));
        }
        return String.join(" · ", parts);
    }

    private static String openness(EmploymentType type, Openness openness) {
        return switch (openness) {
            case OPEN -> "open";
            case PRACTICE_DECIDES ->
                type == EmploymentType.LOCUM ? "if agreed with the practice" : "if the practice instructs it";
            case CLOSED -> "not open";
        };
    }

    /** What a GP of that type has to know about an action; empty if nothing. */
    static String practiceDecides(CampaignDefinition campaign, String action, EmploymentType type, String region) {
        boolean decides = campaign.action(action)
                .filter(a -> a.openness(type, region) == Openness.PRACTICE_DECIDES)
                .isPresent();
        if (!decides) {
            return "";
        }
        return type == EmploymentType.LOCUM
                ? "Only if you agree it with the practice."
                : "Your practice decides: only if it instructs you.";
    }

    static String many(EmploymentType type) {
        return switch (type) {
            case PARTNER -> "Partners";
            case SALARIED -> "Salaried GPs";
            case LOCUM -> "Locums";
        };
    }

    /** A condition before an action is chosen: of all partners and salaried GPs. */
    static String condition(CampaignDefinition campaign, OnlyIf onlyIf, @Nullable String region) {
        boolean unknown = onlyIf.scope() == Scope.REGION
                && (region == null || campaign.region(region).isEmpty());
        OptionalLong electorate = unknown
                ? OptionalLong.empty()
                : Electorates.ofAll(campaign, onlyIf.scope() == Scope.REGION ? region : null);
        String where = unknown ? "in my region" : where(campaign, onlyIf, region);
        return inWords(onlyIf.share(), "partners and salaried GPs", where, electorate);
    }

    /** A condition on an action: of those to whom it is not closed. */
    static String condition(CampaignDefinition campaign, OnlyIf onlyIf, String action, String region) {
        OptionalLong electorate = campaign.action(action)
                .map(a -> Electorates.of(campaign, a, onlyIf, region))
                .orElse(OptionalLong.empty());
        return inWords(
                onlyIf.share(), who(campaign, action, onlyIf, region), where(campaign, onlyIf, region), electorate);
    }

    private static String who(CampaignDefinition campaign, String action, OnlyIf onlyIf, String region) {
        boolean salaried = campaign.action(action)
                .filter(a -> campaign.regions().stream()
                        .map(Region::id)
                        .filter(id -> onlyIf.scope() == Scope.EVERYWHERE || id.equals(region))
                        .anyMatch(id -> a.isOpenTo(EmploymentType.SALARIED, id)))
                .isPresent();
        return salaried ? "partners and salaried GPs" : "partners";
    }

    private static String where(CampaignDefinition campaign, OnlyIf onlyIf, @Nullable String region) {
        return onlyIf.scope() == Scope.EVERYWHERE || region == null ? "everywhere" : "in " + region(campaign, region);
    }

    private static String inWords(Share share, String who, String where, OptionalLong electorate) {
        String numbers = electorate.isEmpty()
                ? ""
                : String.format(Locale.UK, " (%,d of %,d)", share.of(electorate.getAsLong()), electorate.getAsLong());
        return "at least " + share(share) + " " + who + " " + where + numbers;
    }

    private static String share(Share share) {
        boolean tenths = share.tenThousandths() % 1_000 == 0;
        return tenths ? share.tenThousandths() / 1_000 + " in 10" : share.percent() + " % of";
    }
}
