package org.pledgetracker.tally.disclosure;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.pledgetracker.events.FiguresDisclosed;
import org.pledgetracker.webkit.Member;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the organiser reads who looked at exact figures. */
@Controller
class DisclosurePages {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final DisclosureView view;
    private final Looks looks;

    DisclosurePages(DisclosureView view, Looks looks) {
        this.view = view;
        this.looks = looks;
    }

    @GetMapping("/disclosures")
    String disclosures(Member member, Model model) {
        String own = looks.handleOf(member);
        model.addAttribute("most", DisclosureView.MOST);
        model.addAttribute(
                "lines",
                view.latest().stream().map(disclosed -> Line.of(disclosed, own)).toList());
        return "tally-service/disclosures";
    }

    /**
     * One look, in words.
     *
     * @param viewer the handle, short enough to tell viewers apart
     */
    record Line(String when, String viewer, boolean own, String campaign, String actions, String form) {

        private static final int SHORT = 8;
        private static final int FEW = 3;

        static Line of(FiguresDisclosed disclosed, String own) {
            String viewer = disclosed.viewer();
            return new Line(
                    WHEN.format(disclosed.disclosedAt()),
                    viewer.substring(0, Math.min(SHORT, viewer.length())),
                    viewer.equals(own),
                    disclosed.campaign(),
                    words(disclosed.actions()),
                    words(disclosed.form()));
        }

        private static String words(List<String> actions) {
            return actions.size() <= FEW ? String.join(", ", actions) : actions.size() + " actions";
        }

        private static String words(FiguresDisclosed.Form form) {
            return switch (form) {
                case PAGE -> "Dashboard";
                case LIVE -> "Live, for up to an hour";
                case JSON -> "JSON";
                case CSV -> "CSV";
            };
        }
    }
}
