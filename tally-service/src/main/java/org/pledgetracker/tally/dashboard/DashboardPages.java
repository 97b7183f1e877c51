package org.pledgetracker.tally.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.Tallies;
import org.pledgetracker.tally.view.TallyReading;
import org.pledgetracker.tally.view.TallyView;
import org.pledgetracker.tally.view.ThresholdState;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard of reps and the organiser. */
@Controller
class DashboardPages {

    private final TallyView view;
    private final TallyReading reading;

    DashboardPages(TallyView view, TallyReading reading) {
        this.view = view;
        this.reading = reading;
    }

    @GetMapping("/")
    String campaigns(Model model) {
        List<CampaignDefined> campaigns = List.copyOf(view.campaigns());
        if (campaigns.size() == 1) {
            return "redirect:/campaigns/" + campaigns.getFirst().campaign();
        }
        model.addAttribute("campaigns", campaigns);
        return "tally-service/campaigns";
    }

    /**
     * The figures of one action.
     *
     * @param action the id of the action; without one, the campaign's first
     * @param figure which figure; without one, pledged
     */
    @GetMapping("/campaigns/{campaign}")
    String campaign(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String figure,
            Member member,
            Model model) {
        CampaignDefined defined = view.campaign(campaign);
        CampaignDefinition definition = defined.definition();
        Sight sight = Sight.of(member, definition, Instant.now());
        Action chosen = chosen(definition, action);
        Figure shown = Figure.named(figure);
        Tallies.OfAction tally =
                reading.tallies(defined, sight, chosen.id()::equals).actions().getFirst();
        model.addAttribute("campaign", campaign);
        model.addAttribute("definition", definition);
        model.addAttribute("chosen", chosen);
        model.addAttribute("figures", Figure.values());
        model.addAttribute("figure", shown);
        model.addAttribute("exact", sight.exact());
        model.addAttribute("types", EmploymentType.values());
        model.addAttribute("rows", rows(definition, tally, shown, sight));
        model.addAttribute("tippingLines", TippingLine.of(definition, tally));
        model.addAttribute("total", Box.of(shown.of(tally.total()), tally.total()));
        model.addAttribute("thresholds", thresholds(defined, sight));
        return "tally-service/dashboard";
    }

    private static Action chosen(CampaignDefinition definition, @Nullable String action) {
        return action == null
                ? definition.actions().getFirst()
                : definition
                        .action(action)
                        .orElseThrow(() -> new Problem(
                                HttpStatus.NOT_FOUND,
                                "unknown-action",
                                "The campaign has no such action",
                                "Open the dashboard again and choose an action from its list."));
    }

    private static List<Row> rows(CampaignDefinition definition, Tallies.OfAction tally, Figure figure, Sight sight) {
        return tally.regions().stream()
                .map(counted -> Row.of(
                        definition.region(counted.region()).orElse(new Region(counted.region(), counted.region())),
                        counted,
                        figure,
                        sight))
                .toList();
    }

    private List<ThresholdRow> thresholds(CampaignDefined defined, Sight sight) {
        Progress progress = new Progress(reading.tallies(defined, sight, action -> true));
        return reading.thresholds(defined, sight).stream()
                .map((ThresholdState state) -> ThresholdRow.of(state, progress.of(state)))
                .toList();
    }
}
