package org.pledgetracker.signin.link;

import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.signin.roll.Roll;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.WebKitProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Mails links. It looks an address up and sends in the background, so that how long an answer takes tells nobody who is
 * on the roll. Its words say nothing of what is signed in to, since mail may be read by others.
 */
final class LinkMail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkMail.class);
    private static final int SENDERS = 4;
    private static final int WAITING = 1_000;

    private final ThreadPoolExecutor senders =
            new ThreadPoolExecutor(SENDERS, SENDERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING));
    private final Roll roll;
    private final OneTimeLinks links;
    private final JavaMailSender mail;
    private final String from;
    private final String address;
    private final Clock clock;

    LinkMail(
            Roll roll,
            OneTimeLinks links,
            JavaMailSender mail,
            SignInProperties properties,
            WebKitProperties web,
            Clock clock) {
        this.roll = roll;
        this.links = links;
        this.mail = mail;
        this.from = properties.mailFrom();
        this.address = web.addresses().signIn();
        this.clock = clock;
    }

    /** Sends a link to this address in the background, if it is on the roll. */
    void send(String email) {
        try {
            senders.execute(() -> roll.byEmail(email).ifPresent(member -> sendNow(email.trim(), member)));
        } catch (RejectedExecutionException e) {
            LOG.warn("A mail with a link was not sent: too many are waiting");
        }
    }

    private void sendNow(String email, RollMember member) {
        links.issue(member.subject(), clock.instant()).ifPresent(token -> {
            try {
                mail.send(message(email, token));
            } catch (MailException e) {
                // Its message may hold the address
                LOG.warn("A mail with a link was not sent: {}", e.getClass().getSimpleName());
            }
        });
    }

    private SimpleMailMessage message(String email, String token) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(email);
        message.setSubject("Your sign-in link");
        message.setText("""
                Somebody, probably you, asked for a link to sign in. Open it within 15 minutes:

                %s/sign-in/link/%s

                It works once. If you did not ask for it, do nothing: nobody is signed in without it.

                Mail to a work address may be read by your employer. If this is one, ask for your address to be
                changed to a personal one.
                """.formatted(address, token));
        return message;
    }

    @Override
    public void close() {
        senders.shutdown();
    }
}
