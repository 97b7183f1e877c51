package org.pledgetracker.signin.provider;

import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/** The first page, which is elsewhere, and signing out. */
@Controller
final class ProviderPages {

    private final String start;

    ProviderPages(WebKitProperties web) {
        this.start = web.addresses().pledge() + "/";
    }

    @GetMapping("/")
    RedirectView start() {
        return new RedirectView(start);
    }

    @GetMapping("/sign-out")
    String signOut(Model model) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        model.addAttribute(
                "signedIn", authentication != null && !(authentication instanceof AnonymousAuthenticationToken));
        return "sign-in/sign-out";
    }
}
