package org.pledgetracker.signin.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.signin.provider.MemberSession;
import org.pledgetracker.signin.roll.CurrentRoll;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.Language;
import org.pledgetracker.webkit.LanguageForm;
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
    private static final String ASKER = LinkPages.class.getName() + ".asker";

    private final CurrentRoll roll;
    private final OneTimeLinks links;
    private final ShortCodes codes;
    private final LinkMail mail;
    private final MemberSession session;
    private final Clock clock;

    LinkPages(
            CurrentRoll roll, OneTimeLinks links, ShortCodes codes, LinkMail mail, MemberSession session, Clock clock) {
        this.roll = roll;
        this.links = links;
        this.codes = codes;
        this.mail = mail;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String form() {
        return "sign-in/ask";
    }

    /** The same answer, after the same work, whoever is on the roll. */
    @PostMapping("/sign-in")
    Object ask(
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (email.indexOf('@') < 1 || email.length() > LONGEST_ADDRESS) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("faulty", true);
            model.addAttribute("languageForm", new LanguageForm("ask", "/sign-in"));
            return "sign-in/ask";
        }
        forgetCode(request.getSession());
        ShortCodes.Asked asked = codes.ask(clock.instant());
        request.getSession().setAttribute(ASKER, asked.asker());
        mail.send(email, asked, Language.current().locale());
        return new RedirectView("/sign-in/sent");
    }

    /** The switch of languages on a page that answers a form. */
    @PostMapping(path = "/sign-in", params = "language")
    RedirectView askInOtherLanguage() {
        return new RedirectView("/sign-in");
    }

    @PostMapping(path = "/sign-in/code", params = "language")
    RedirectView useCodeInOtherLanguage() {
        return new RedirectView("/sign-in/sent");
    }

    @GetMapping("/sign-in/sent")
    String sent(Model model, HttpServletRequest request) {
        model.addAttribute("code", codes.isOpen(asker(request), clock.instant()));
        return "sign-in/sent";
    }

    /** The code of the same mail, which this browser must have asked for. */
    @PostMapping("/sign-in/code")
    Object useCode(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String asker = asker(request);
        Instant now = clock.instant();
        RollMember member = asker == null
                ? null
                : codes.attempt(asker, code, now)
                        .flatMap(link -> links.useHashed(link, now))
                        .flatMap(roll::bySubject)
                        .orElse(null);
        if (member != null) {
            return new RedirectView(session.start(member, request, response));
        }
        if (!codes.isOpen(asker, now)) {
            return refused(response);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("code", true);
        model.addAttribute("faulty", true);
        model.addAttribute("languageForm", new LanguageForm("use-code", "/sign-in/code"));
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

    private static @Nullable String asker(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(ASKER);
    }

    private void forgetCode(HttpSession session) {
        if (session.getAttribute(ASKER) instanceof String asker) {
            codes.forget(asker);
        }
    }
}
