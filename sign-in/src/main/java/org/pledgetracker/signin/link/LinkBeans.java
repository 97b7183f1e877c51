package org.pledgetracker.signin.link;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.signin.retrying.Retrying;
import org.pledgetracker.signin.roll.CurrentRoll;
import org.pledgetracker.webkit.CannotStart;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Signing in by mail, which demo mode does without. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "pledge-tracker.demo", havingValue = "false", matchIfMissing = true)
class LinkBeans {

    private static final int MOST_LINKS = 20_000;
    private static final int SENDERS = 4;
    private static final int MOST_WAITING = 1_000;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    @Bean
    OneTimeLinks oneTimeLinks() {
        return new OneTimeLinks(MOST_LINKS);
    }

    @Bean
    ShortCodes shortCodes() {
        return new ShortCodes(MOST_LINKS);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService linkSenders() {
        return Executors.newFixedThreadPool(SENDERS);
    }

    @Bean
    LinkMail linkMail(
            CurrentRoll roll,
            OneTimeLinks links,
            ShortCodes codes,
            ObjectProvider<JavaMailSender> sender,
            ExecutorService linkSenders,
            MessageSource words,
            SignInProperties properties,
            WebKitProperties web,
            Clock clock) {
        JavaMailSender mail = sender.getIfAvailable(() -> {
            throw new CannotStart(
                    "spring.mail.host is not set.", "Set it to the mail server that links are sent through.");
        });
        LinkMessage message =
                new LinkMessage(words, properties.mailFrom(), web.addresses().signIn());
        Retrying retrying = new Retrying(linkSenders, PAUSES, MOST_WAITING);
        return new LinkMail(roll::byEmail, links, codes, message, mail, retrying, clock);
    }
}
