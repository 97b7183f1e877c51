package org.pledgetracker.signin.link;

import java.time.Clock;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.signin.roll.Roll;
import org.pledgetracker.webkit.CannotStart;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Signing in by mail, which demo mode does without. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "pledge-tracker.demo", havingValue = "false", matchIfMissing = true)
class LinkBeans {

    private static final int MOST_LINKS = 20_000;

    @Bean
    OneTimeLinks oneTimeLinks() {
        return new OneTimeLinks(MOST_LINKS);
    }

    @Bean
    LinkMail linkMail(
            Roll roll,
            OneTimeLinks links,
            ObjectProvider<JavaMailSender> sender,
            SignInProperties properties,
            WebKitProperties web,
            Clock clock) {
        JavaMailSender mail = sender.getIfAvailable(() -> {
            throw new CannotStart(
                    "spring.mail.host is not set.", "Set it to the mail server that links are sent through.");
        });
        return new LinkMail(roll, links, mail, properties, web, clock);
    }
}
