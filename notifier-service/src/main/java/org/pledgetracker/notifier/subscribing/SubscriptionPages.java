package org.pledgetracker.notifier.subscribing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pledgetracker.events.Channel;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.delivery.Sender;
import org.pledgetracker.notifier.subscription.Wish;
import org.pledgetracker.webkit.Member;
import org.pledgetracker.webkit.Problem;
import org.pledgetracker.webkit.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A rep's own subscription for people. */
@Controller
class SubscriptionPages {

    private static final String PAGE = "notifier-service/subscription";
    private static final String BACK = "redirect:/subscription";
    private static final int HOURS = 24;

    private final MySubscription mine;
    private final DeliveryLog log;
    private final boolean mailOffered;

    SubscriptionPages(MySubscription mine, DeliveryLog log, List<Sender> senders) {
        this.mine = mine;
        this.log = log;
        this.mailOffered = senders.stream().anyMatch(sender -> sender.channel() == Channel.EMAIL);
    }

    @GetMapping("/subscription")
    String show(Member member, Model model) {
        mine.seen(member);
        fill(member, model);
        return PAGE;
    }

    @PostMapping("/subscription")
    String set(
            Member member,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response)
            throws InterruptedException {
        SubscriptionForm asked = new SubscriptionForm(form);
        Choices offered = mine.choices(member, log.campaigns().values());
        try {
            String empty = asked.emptyGroup(offered);
            if (empty != null) {
                throw faulty(new Problem.Fault(empty, "Tick at least one, or you would be told of nothing."));
            }
            Wish wish = asked.wish(offered);
            SubscriptionShape granted = mine.grant(member, wish);
            after.addFlashAttribute("saved", true);
            after.addFlashAttribute("secret", granted.webhookSecret());
            return BACK;
        } catch (Problem problem) {
            response.setStatus(problem.status().value());
            fill(member, model);
            model.addAttribute("faults", problem.faults());
            model.addAttribute("given", form.toSingleValueMap());
            return PAGE;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "malformed-form",
                    "That form could not be read",
                    "Load the page again, and then send the form once more.");
        }
    }

    @PostMapping("/subscription/webhook-secret")
    String rotate(Member member, RedirectAttributes after) throws InterruptedException {
        after.addFlashAttribute("secret", mine.rotateSecret(member).webhookSecret());
        after.addFlashAttribute("rotated", true);
        return BACK;
    }

    private void fill(Member member, Model model) {
        SubscriptionShape shown = mine.show(member);
        model.addAttribute("mine", shown);
        model.addAttribute("given", Map.of());
        model.addAttribute("organiser", member.is(Role.ORGANISER));
        model.addAttribute("choices", mine.choices(member, log.campaigns().values()));
        model.addAttribute("mailOffered", mailOffered);
        model.addAttribute(
                "hours",
                IntStream.range(0, HOURS).mapToObj("%02d:00"::formatted).toList());
    }

    private static Problem faulty(Problem.Fault fault) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "faulty-subscription", "", "").withFaults(List.of(fault));
    }
}
