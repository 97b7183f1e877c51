package org.pledgetracker.notifier.subscribing;

import jakarta.servlet.http.HttpServletResponse;
import org.pledgetracker.webkit.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The webhooks of the organisation, for the organiser. */
@Controller
@RequestMapping("/organisation/webhooks")
class OrganisationWebhookPages {

    private static final String PAGE = "notifier-service/webhooks";
    private static final String BACK = "redirect:/organisation/webhooks";

    private final OrganisationWebhooks webhooks;

    OrganisationWebhookPages(OrganisationWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("webhooks", webhooks.all());
        return PAGE;
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String webhook,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response)
            throws InterruptedException {
        try {
            after.addFlashAttribute("secret", webhooks.add(name.strip(), webhook.strip()));
            return BACK;
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            model.addAttribute("faults", problem.faults());
            model.addAttribute("name", name);
            model.addAttribute("webhook", webhook);
            return list(model);
        }
    }

    @PostMapping("/{webhook}/secret")
    String renewSecret(@PathVariable String webhook, RedirectAttributes after) throws InterruptedException {
        after.addFlashAttribute("secret", webhooks.renewSecret(webhook));
        after.addFlashAttribute("renewed", true);
        return BACK;
    }

    @PostMapping("/{webhook}/removal")
    String remove(@PathVariable String webhook, RedirectAttributes after) throws InterruptedException {
        webhooks.remove(webhook);
        after.addFlashAttribute("removed", true);
        return BACK;
    }
}
