package org.pledgetracker.pledge.pledging.web;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.OnlyIf;
import org.pledgetracker.events.Region;
import org.pledgetracker.events.Scope;
import org.pledgetracker.events.Share;
import org.pledgetracker.pledge.campaign.Electorates;
import org.springframework.stereotype.Component;

/** How pages say conditions: in words, and in numbers where the electorate is known. */
@Component
final class ConditionWords {

    private static final int TENTH = 1_000;

    private final Words words;

    ConditionWords(Words words) {
        this.words = words;
    }

    /** Before an action is chosen: of all partners and salaried GPs. */
    String onAny(@Nullable OnlyIf onlyIf, CampaignDefinition campaign, String region) {
        if (onlyIf == null) {
            return words.say("condition.firm");
        }
        OptionalLong electorate = Electorates.ofAll(campaign, onlyIf.scope() == Scope.REGION ? region : null);
        return sentence(onlyIf, "condition.who.both", campaign, region, electorate);
    }

    /** On one action: of those to whom it is not closed. */
    String on(String action, @Nullable OnlyIf onlyIf, CampaignDefinition campaign, String region) {
        if (onlyIf == null) {
            return words.say("condition.firm");
        }
        OptionalLong electorate = campaign.action(action)
                .map(known -> Electorates.of(campaign, known, onlyIf, region))
                .orElse(OptionalLong.empty());
        return sentence(onlyIf, who(campaign, action, onlyIf, region), campaign, region, electorate);
    }

    private static String who(CampaignDefinition campaign, String action, OnlyIf onlyIf, String region) {
        boolean salaried = campaign.action(action)
                .filter(known -> campaign.regions().stream()
                        .map(Region::id)
                        .filter(id -> onlyIf.scope() == Scope.EVERYWHERE || id.equals(region))
                        .anyMatch(id -> known.isOpenTo(EmploymentType.SALARIED, id)))
                .isPresent();
        return salaried ? "condition.who.both" : "condition.who.partners";
    }

    private String sentence(
            OnlyIf onlyIf, String who, CampaignDefinition campaign, String region, OptionalLong electorate) {
        String where = onlyIf.scope() == Scope.EVERYWHERE
                ? words.say("condition.where.everywhere")
                : words.say("condition.where.region", Words.region(campaign, region));
        String numbers = electorate.isEmpty()
                ? ""
                : " "
                        + words.say(
                                "condition.numbers",
                                number(onlyIf.share().of(electorate.getAsLong())),
                                number(electorate.getAsLong()));
        return words.say("condition.if", share(onlyIf.share(), words.say(who)), where + numbers);
    }

    private String share(Share share, String who) {
        return share.tenThousandths() % TENTH == 0
                ? words.say("condition.tenths", share.tenThousandths() / TENTH, who)
                : words.say("condition.percent", share.percent(), who);
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
