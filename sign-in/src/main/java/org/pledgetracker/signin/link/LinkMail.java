package org.pledgetracker.signin.link;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.pledgetracker.signin.retrying.Retrying;
import org.pledgetracker.signin.roll.RollMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Mails links. It looks an address up and sends in the background, so that how long an answer takes tells nobody who is
 * on the roll. A mail server that is away is tried again for a few minutes.
 */
final class LinkMail {

    private static final Logger LOG = LoggerFactory.getLogger(LinkMail.class);

    private final Function<String, Optional<RollMember>> byEmail;
    private final OneTimeLinks links;
    private final ShortCodes codes;
    private final LinkMessage message;
    private final JavaMailSender sender;
    private final Retrying retrying;
    private final Clock clock;

    /** @param byEmail looks up who is on the roll */
    LinkMail(
            Function<String, Optional<RollMember>> byEmail,
            OneTimeLinks links,
            ShortCodes codes,
            LinkMessage message,
            JavaMailSender sender,
            Retrying retrying,
            Clock clock) {
        this.byEmail = byEmail;
        this.links = links;
        this.codes = codes;
        this.message = message;
        this.sender = sender;
        this.retrying = retrying;
        this.clock = clock;
    }

    /** Sends a link and this code to this address in the background, if it is on the roll. */
    void send(String email, ShortCodes.Asked asked, Locale language) {
        retrying.until(
                () -> {
                    byEmail.apply(email).ifPresent(member -> send(email.trim(), member, asked, language));
                    return true;
                },
                LinkMail::givenUp);
    }

    private void send(String email, RollMember member, ShortCodes.Asked asked, Locale language) {
        links.issue(member.subject(), clock.instant()).ifPresent(token -> {
            codes.standFor(token, asked);
            SimpleMailMessage mail = message.to(email, token, asked.code(), language);
            retrying.until(() -> sendNow(mail), LinkMail::givenUp);
        });
    }

    private boolean sendNow(SimpleMailMessage mail) {
        try {
            sender.send(mail);
            return true;
        } catch (MailException e) {
            // Its message may hold the address
            LOG.warn("A mail with a link could not be sent: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private static void givenUp() {
        LOG.warn("A mail with a link is given up: the mail server stayed away, or too many are waiting");
    }
}
