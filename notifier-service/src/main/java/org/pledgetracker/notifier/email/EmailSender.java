package org.pledgetracker.notifier.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pledgetracker.events.Channel;
import org.pledgetracker.notifier.NotifierSettings;
import org.pledgetracker.notifier.broker.DeliveryLog;
import org.pledgetracker.notifier.delivery.Outcome;
import org.pledgetracker.notifier.delivery.Sender;
import org.pledgetracker.notifier.subscription.NotifierKey;
import org.pledgetracker.notifier.subscription.UnsubscribeLink;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends alerts by mail, through the server that {@code spring.mail.*} names; without one there is no mail. */
@Component
@ConditionalOnProperty("spring.mail.host")
class EmailSender implements Sender {

    private final JavaMailSender mail;
    private final ITemplateEngine templates;
    private final DeliveryLog log;
    private final NotifierKey key;
    private final String from;
    private final String home;

    EmailSender(
            JavaMailSender mail,
            ITemplateEngine templates,
            DeliveryLog log,
            NotifierKey key,
            NotifierSettings settings,
            WebKitProperties web) {
        this.mail = mail;
        this.templates = templates;
        this.log = log;
        this.key = key;
        this.from = settings.mailFrom();
        this.home = web.addresses().notifier();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Outcome send(String rep, String address, List<Notice> notices) {
        String token = new UnsubscribeLink(rep, key.mark(address)).token(key);
        try {
            mail.send(message(address, AlertMail.of(notices, log.campaigns(), home, home + "/unsubscribe/" + token)));
            return new Outcome.Taken();
        } catch (MessagingException | MailParseException e) {
            return new Outcome.Refused("the message could not be made");
        } catch (MailException e) {
            return MailFailure.outcome(e);
        }
    }

    private MimeMessage message(String address, AlertMail alert) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        helper.setSubject(alert.subject());
        Context context = new Context();
        context.setVariable("mail", alert);
        helper.setText(alert.text(), templates.process("notifier-service/mail", context));
        message.setHeader(
                "Message-ID", "<" + alert.id() + "@" + URI.create(home).getHost() + ">");
        message.setHeader("List-Unsubscribe", "<" + alert.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
