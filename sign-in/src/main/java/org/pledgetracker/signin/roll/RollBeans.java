package org.pledgetracker.signin.roll;

import java.io.IOException;
import java.time.Clock;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.webkit.CannotStart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The roll, which demo mode does without. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "pledge-tracker.demo", havingValue = "false", matchIfMissing = true)
class RollBeans {

    @Bean
    RollFolder rollFolder(SignInProperties properties) {
        return new RollFolder(properties.data(), properties.roll());
    }

    @Bean
    Leavers leavers(SignInProperties properties) {
        return new Leavers(properties.data());
    }

    @Bean
    CurrentRoll currentRoll(RollFolder folder, Leavers leavers, Clock clock) {
        try {
            return new CurrentRoll(folder.last().orElse(Roll.EMPTY), leavers, clock);
        } catch (IOException | RollFaults e) {
            throw new CannotStart(
                    "The last roll in the data folder cannot be read: "
                            + e.getClass().getSimpleName() + ".",
                    "Restore member-roll.csv from a backup: it says who has left when the next one comes.");
        }
    }

    /** There is one writer of the roll: the running service, never an operator's command beside it. */
    @Bean
    @ConditionalOnWebApplication
    FollowRoll followRoll(
            RollFolder folder, CurrentRoll current, Leavers leavers, ApplicationEventPublisher events, Clock clock) {
        FollowRoll follow = new FollowRoll(folder, current, leavers, events, clock);
        follow.start();
        return follow;
    }
}
