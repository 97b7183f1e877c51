package org.pledgetracker.signin.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pledgetracker.signin.retrying.Retrying;
import org.pledgetracker.signin.roll.RollMember;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

class LinkMailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);
    private static final RollMember ADA =
            new RollMember(RollMember.subjectOf("m-1"), List.of("gp"), List.of(), null, null);

    private final List<String> lookUps = new ArrayList<>();
    private final ShortCodes codes = new ShortCodes(10);
    private final JavaMailSender sender = mock(JavaMailSender.class);

    @Test
    void whoAsksWaitsForNothingThatDependsOnTheRoll() {
        Queue<Runnable> background = new ArrayDeque<>();
        LinkMail mail = mail(new Retrying(background::add, List.of(), 10));
        for (String email : List.of("ada@example.org", "eve@example.org")) {
            mail.send(email, codes.ask(CLOCK.instant()), Locale.UK);
        }
        // All that was done for either is one task each that waits
        assertThat(background).hasSize(2);
        assertThat(lookUps).isEmpty();
        verifyNoInteractions(sender);

        background.remove().run();
        background.remove().run();
        background.remove().run();
        assertThat(lookUps).containsExactly("ada@example.org", "eve@example.org");
        assertThat(background).isEmpty();
        verify(sender, times(1)).send(any(SimpleMailMessage.class));
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgainAFewTimes() throws Exception {
        doThrow(new MailSendException("away")).when(sender).send(any(SimpleMailMessage.class));
        BlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
        List<Duration> pauses = List.of(Duration.ofMillis(1), Duration.ofMillis(1));
        mail(new Retrying(background::add, pauses, 10)).send("ada@example.org", codes.ask(CLOCK.instant()), Locale.UK);
        // The look-up, the mail, and the mail after each pause
        for (int tasks = 0; tasks < 4; tasks++) {
            Runnable next = background.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.run();
        }
        verify(sender, times(3)).send(any(SimpleMailMessage.class));
        assertThat(background).isEmpty();
    }

    @Test
    void moreMailsThanCanWaitAreGivenUp() {
        Queue<Runnable> background = new ArrayDeque<>();
        LinkMail mail = mail(new Retrying(background::add, List.of(), 2));
        for (int asked = 0; asked < 3; asked++) {
            mail.send("ada@example.org", codes.ask(CLOCK.instant()), Locale.UK);
        }
        assertThat(background).hasSize(2);
    }

    private static MessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("sign-in/messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    private LinkMail mail(Retrying retrying) {
        return new LinkMail(
                email -> {
                    lookUps.add(email);
                    return email.startsWith("ada") ? Optional.of(ADA) : Optional.empty();
                },
                new OneTimeLinks(10),
                codes,
                new LinkMessage(words(), "from@example.org", "http://localhost:9000"),
                sender,
                retrying,
                CLOCK);
    }
}
