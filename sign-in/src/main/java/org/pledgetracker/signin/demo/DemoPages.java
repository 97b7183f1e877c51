package org.pledgetracker.signin.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.pledgetracker.signin.provider.AccessTokens;
import org.pledgetracker.signin.provider.MemberSession;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.LanguageForm;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Signing in as a sample member with one click, and tokens for scripts. None of it exists outside demo mode. */
@Controller
@ConditionalOnProperty("pledge-tracker.demo")
final class DemoPages {

    private final DemoMembers members;
    private final MemberSession session;
    private final AccessTokens tokens;

    DemoPages(DemoMembers members, MemberSession session, AccessTokens tokens) {
        this.members = members;
        this.session = session;
        this.tokens = tokens;
    }

    @GetMapping("/sign-in")
    String form(Model model) {
        model.addAttribute("samples", members.samples().entrySet());
        return "sign-in/demo";
    }

    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam(defaultValue = "") String username,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        RollMember member = members.named(username.trim()).orElse(null);
        if (member == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("faulty", true);
            model.addAttribute("languageForm", new LanguageForm("other", "/sign-in"));
            return form(model);
        }
        return new RedirectView(session.start(member, request, response));
    }

    /** The switch of languages on a page that answers a form. */
    @PostMapping(path = "/sign-in", params = "language")
    RedirectView signInInOtherLanguage() {
        return new RedirectView("/sign-in");
    }

    @PostMapping("/demo/token")
    ResponseEntity<Object> token(@RequestParam(defaultValue = "") String username) {
        return members.named(username)
                .<ResponseEntity<Object>>map(member -> ResponseEntity.ok(Map.of(
                        "access_token", tokens.issue(member),
                        "token_type", "Bearer",
                        "expires_in", AccessTokens.LIFETIME.toSeconds())))
                .orElseGet(
                        () -> ResponseEntity.badRequest()
                                .body(
                                        ProblemDetail.forStatusAndDetail(
                                                HttpStatus.BAD_REQUEST,
                                                "There is no such sample member: use gp-00001 to gp-40000, rep-<region> or organiser.")));
    }
}
