package org.pledgetracker.standalone;

import org.pledgetracker.webkit.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The mailbox as a page of notifier-service, which demo mode keeps on this machine. */
@Controller
class MailboxPages {

    private final Mailbox mailbox;

    MailboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Bean
    @Order(1)
    static SecurityFilterChain mailboxChain(HttpSecurity http, SecurityHeaders headers) {
        http.securityMatcher("/mailbox")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers);
        return http.build();
    }

    @GetMapping("/mailbox")
    String mails(Model model) {
        model.addAttribute("mails", mailbox.mails());
        return "standalone/mailbox";
    }
}
