package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.Pledge;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.recording.MyCard;
import org.pledgetracker.webkit.LanguageForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the way to a recorded card. */
@Component
final class JourneyViews {

    private final AboutPages about;
    private final FormPages forms;
    private final CardPages cards;
    private final ConsentNotice consent;

    JourneyViews(AboutPages about, FormPages forms, CardPages cards, ConsentNotice consent) {
        this.about = about;
        this.forms = forms;
        this.cards = cards;
        this.consent = consent;
    }

    ModelAndView about(Campaign campaign, MyCard mine, PledgeForm form, List<FormFault> faults) {
        return page("about-you", campaign, faults).addObject("page", about.of(campaign, mine.existing(), form, faults));
    }

    /** The tick list; the questions about the GP, while these are not answered. */
    ModelAndView pledges(Campaign campaign, MyCard mine, PledgeForm form, List<FormFault> faults) {
        return KnownGp.of(form, campaign.definition())
                .map(who -> page("pledge", campaign, faults)
                        .addObject("page", forms.of(campaign, mine.existing(), form, who, faults))
                        .addObject("setAside", setAside(campaign, mine))
                        .addObject("consentNotice", consent.of(mine, campaign.definition(), Instant.now())))
                .orElseGet(() -> about(campaign, mine, form, faults));
    }

    ModelAndView check(Campaign campaign, MyCard mine, PledgeForm form, Card card, List<FormFault> faults) {
        CampaignDefinition definition = campaign.definition();
        return page("check", campaign, faults)
                .addObject("title", definition.title())
                .addObject("consent", definition.consent())
                .addObject("consentNotice", consent.of(mine, definition, Instant.now()))
                .addObject("fields", form.fields())
                .addObject("card", cards.of(card, definition, Map.of()))
                .addObject("withdrawn", withdrawn(definition, mine, card))
                .addObject("faults", faults);
    }

    private static ModelAndView page(String step, Campaign campaign, List<FormFault> faults) {
        String address = "/campaigns/" + campaign.id() + "/" + step;
        ModelAndView page = new ModelAndView(
                "pledge-service/" + step,
                Map.of("campaign", campaign.id(), "languageForm", new LanguageForm("answers", address)));
        page.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<CardPage.PledgeLine> setAside(Campaign campaign, MyCard mine) {
        return mine.card()
                .map(card -> cards.of(card, campaign.definition(), Map.of()).setAside())
                .orElse(List.of());
    }

    /** Names of what stands on the card and would not any more. */
    private static List<String> withdrawn(CampaignDefinition campaign, MyCard mine, Card after) {
        return mine.card().stream()
                .flatMap(before -> before.pledges().stream())
                .map(Pledge::action)
                .filter(action -> after.pledges().stream()
                        .noneMatch(pledge -> pledge.action().equals(action)))
                .map(action -> Words.action(campaign, action))
                .toList();
    }
}
