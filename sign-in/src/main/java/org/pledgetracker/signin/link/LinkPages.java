package org.pledgetracker.signin.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.pledgetracker.signin.provider.MemberSession;
import org.pledgetracker.signin.roll.Roll;
import org.pledgetracker.signin.roll.RollMember;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Asking for a link, and signing in by it. */
@Controller
@ConditionalOnProperty(name = "pledge-tracker.demo", havingValue = "false", matchIfMissing = true)
final class LinkPages {

    private static final int LONGEST_ADDRESS = 254;

    private final Roll roll;
    private final OneTimeLinks links;
    private final LinkMail mail;
    private final MemberSession session;
    private final Clock clock;

    LinkPages(Roll roll, OneTimeLinks links, LinkMail mail, MemberSession session, Clock clock) {
        this.roll = roll;
        this.links = links;
        this.mail = mail;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String form() {
        return "sign-in/ask";
    }

    /** The same answer, in the same time, whoever is on the roll. */
    @PostMapping("/sign-in")
    Object ask(@RequestParam(defaultValue = "") String email, Model model, HttpServletResponse response) {
        if (email.indexOf('@') < 1 || email.length() > LONGEST_ADDRESS) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("faulty", true);
            return "sign-in/ask";
        }
        mail.send(email);
        return new RedirectView("/sign-in/sent");
    }

    @GetMapping("/sign-in/sent")
    String sent() {
        return "sign-in/sent";
    }

    /** Only a button: what merely looks at links in mails, such as a scanner, uses nothing up. */
    @GetMapping("/sign-in/link/{token}")
    String confirm(@PathVariable String token, HttpServletResponse response) {
        return links.isOpen(token, clock.instant()) ? "sign-in/confirm" : refused(response);
    }

    @PostMapping("/sign-in/link/{token}")
    Object use(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        RollMember member =
                links.use(token, clock.instant()).flatMap(roll::bySubject).orElse(null);
        return member == null ? refused(response) : new RedirectView(session.start(member, request, response));
    }

    private static String refused(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "sign-in/refused";
    }
}
