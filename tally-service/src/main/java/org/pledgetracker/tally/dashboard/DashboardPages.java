package org.pledgetracker.tally.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.tally.disclosure.Looks;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.TallyView;
import org.pledgetracker.webkit.Member;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard of reps and the organiser. */
@Controller
class DashboardPages {

    /** What the page's own script asks with while it follows the figures live. */
    static final String REFRESH = "Live-Refresh";

    private static final String LAST_LOOK = "LAST_LOOK";
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final TallyView view;
    private final FiguresSection figuresSection;
    private final HistorySection historySection;
    private final Thresholds thresholds;
    private final Looks looks;
    private final InstantSource clock;

    DashboardPages(
            TallyView view,
            FiguresSection figuresSection,
            HistorySection historySection,
            Thresholds thresholds,
            Looks looks,
            InstantSource clock) {
        this.view = view;
        this.figuresSection = figuresSection;
        this.historySection = historySection;
        this.thresholds = thresholds;
        this.looks = looks;
        this.clock = clock;
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
     * @param as counts, or shares of the electorate
     * @param region whose trend; without one the reader's own, or all
     */
    @GetMapping("/campaigns/{campaign}")
    String campaign(
            @PathVariable String campaign,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable String region,
            @CookieValue(name = LAST_LOOK, required = false) @Nullable String lastLook,
            @RequestHeader(name = REFRESH, required = false) @Nullable String refresh,
            Member member,
            Model model,
            HttpServletResponse response)
            throws InterruptedException {
        CampaignDefined defined = view.campaign(campaign);
        Instant now = clock.instant();
        Sight sight = view.sight(defined, member, now);
        Choice choice = Choice.of(defined, sight, member.regions(), action, figure, as, region);
        boolean partOfLive = refresh != null && looks.isFollowing(member, campaign);
        if (sight.exact() && !partOfLive) {
            looks.take(member, campaign, List.of(choice.action().id()), Form.PAGE);
        }
        LastLook look = LastLook.of(lastLook, now);
        if (refresh == null) {
            remember(look, response);
        }
        model.addAttribute("campaign", campaign);
        model.addAttribute("definition", defined.definition());
        model.addAttribute("exact", sight.exact());
        model.addAttribute("choice", choice);
        model.addAttribute("chosen", choice.action());
        model.addAttribute("figures", Figure.values());
        model.addAttribute("figure", choice.figure());
        model.addAttribute("shownRegions", Choice.shown(defined, sight));
        figuresSection.addTo(model, defined, sight, choice, member, now);
        historySection.addTo(model, defined, sight, choice, look, now);
        model.addAttribute("thresholds", thresholds.of(defined, sight, now));
        return "tally-service/dashboard";
    }

    /** Only times, so that no script needs it and it says nothing of who looks. */
    private static void remember(LastLook look, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(LAST_LOOK, look.cookie())
                        .path("/campaigns")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(REMEMBERED)
                        .build()
                        .toString());
    }
}
