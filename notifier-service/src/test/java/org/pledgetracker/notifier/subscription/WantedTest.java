package org.pledgetracker.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.NOON;
import static org.pledgetracker.notifier.alert.Crossings.reached;
import static org.pledgetracker.notifier.subscription.Subscriptions.AT_ONCE;
import static org.pledgetracker.notifier.subscription.Subscriptions.MORNING;
import static org.pledgetracker.notifier.subscription.Subscriptions.contact;
import static org.pledgetracker.notifier.subscription.Subscriptions.london;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.events.SubscriptionSet.Contact;
import org.pledgetracker.events.SubscriptionSet.Feed;
import org.pledgetracker.events.SubscriptionSet.Interest;
import org.pledgetracker.notifier.alert.Patch;

class WantedTest {

    @Test
    void whoSaidNothingIsToldOfTheirOwnRegionsAndTheNationalThresholds() {
        SubscriptionSet first = london("r");

        assertThat(Wanted.isWanted(first, reached("c", "t", "london", 1))).isTrue();
        assertThat(Wanted.isWanted(first, reached("c", "t", null, 1))).isTrue();
        assertThat(Wanted.isWanted(first, reached("c", "t", "wales", 1))).isFalse();
        assertThat(first.email()).isNull();
        assertThat(first.webhook()).isNull();
    }

    @Test
    void nobodyIsToldOfRegionsThatAreNotTheirsHoweverTheyAsk() {
        SubscriptionSet asking = with(new Interest(List.of(), true, List.of("wales"), List.of(), List.of(), List.of()));

        assertThat(Wanted.isWanted(asking, reached("c", "t", "wales", 1))).isFalse();
        assertThat(Wanted.isWanted(asking, reached("c", "t", "london", 1))).isFalse();
        SubscriptionSet organiser = Subscriber.first("o", Patch.whole(), "", MORNING);
        assertThat(Wanted.isWanted(organiser, reached("c", "t", "wales", 1))).isTrue();
    }

    @Test
    void everyChoiceNarrowsWhatIsToldAndAnEmptyOneDoesNot() {
        assertThat(wants(List.of("c"), true, List.of(), List.of(), List.of())).isTrue();
        assertThat(wants(List.of("d"), true, List.of(), List.of(), List.of())).isFalse();
        assertThat(wants(List.of(), false, List.of(), List.of(), List.of())).isFalse();
        assertThat(wants(List.of(), true, List.of(EmploymentType.LOCUM), List.of(), List.of()))
                .as("a threshold of all types interests the rep of one")
                .isTrue();
        assertThat(wants(List.of(), true, List.of(), List.of("work-to-rule"), List.of()))
                .isTrue();
        assertThat(wants(List.of(), true, List.of(), List.of("close-day"), List.of()))
                .isFalse();
        assertThat(wants(List.of(), true, List.of(), List.of(), List.of("c/t"))).isTrue();
        assertThat(wants(List.of(), true, List.of(), List.of(), List.of("c/u"))).isFalse();
    }

    @Test
    void anAddressGetsOnlyCrossingsAfterItWasGivenAndNoneOnceItIsDisabled() {
        Contact late = new Contact("c2VhbGVk", "m", NOON.plusSeconds(61), null);

        assertThat(Wanted.goesTo(late, reached("c", "t", null, 1))).isFalse();
        assertThat(Wanted.goesTo(late, reached("c", "t", null, 2))).isTrue();
        assertThat(Wanted.goesTo(new Contact("c2VhbGVk", "m", MORNING, "it answered 410"), reached("c", "t", null, 1)))
                .isFalse();
        assertThat(Wanted.goesTo(null, reached("c", "t", null, 1))).isFalse();
        assertThat(Wanted.goesTo(contact("m"), reached("c", "t", null, 1))).isTrue();
    }

    @Test
    void aSubscriptionLapsesThirtyDaysAfterTheLastSignIn() {
        SubscriptionSet subscription = london("r");

        assertThat(Subscriber.hasLapsed(subscription, MORNING.plus(Duration.ofDays(30))))
                .isFalse();
        assertThat(Subscriber.hasLapsed(subscription, MORNING.plus(Duration.ofDays(31))))
                .isTrue();
        SubscriptionSet seen =
                Subscriber.seen(subscription, Patch.of(Set.of("wales")), MORNING.plus(Duration.ofDays(31)));
        assertThat(Subscriber.hasLapsed(seen, MORNING.plus(Duration.ofDays(40))))
                .isFalse();
        assertThat(seen.regions()).containsExactly("wales");
    }

    @Test
    void aWebhookOfTheOrganisationIsToldOfEveryRegionAndNeverLapses() {
        SubscriptionSet ofAll = Subscriber.ofOrganisation(
                Subscriber.first("o", Patch.whole(), "", MORNING), "Chat room", contact("m"), MORNING);

        assertThat(Wanted.isWanted(ofAll, reached("c", "t", "wales", 1))).isTrue();
        assertThat(Wanted.isWanted(ofAll, reached("c", "t", null, 1))).isTrue();
        assertThat(Subscriber.hasLapsed(ofAll, MORNING.plus(Duration.ofDays(3_000))))
                .isFalse();
    }

    @Test
    void changingOneThingLeavesTheRestOfASubscriptionAsItWas() {
        SubscriptionSet full = Subscriber.withFeed(
                Subscriptions.london("r", contact("e"), contact("w")), new Feed("f", MORNING), MORNING);

        assertThat(Subscriber.seen(full, Patch.of(Set.of("london")), MORNING)).isEqualTo(full);
        assertThat(Subscriber.with(full, full.interest(), full.timing(), full.email(), full.webhook(), MORNING))
                .isEqualTo(full);
        assertThat(Subscriber.read(full, "", MORNING)).isEqualTo(full);
        assertThat(Subscriber.withoutEmail(full, MORNING).webhook()).isEqualTo(contact("w"));
        assertThat(Subscriber.withoutWebhook(full, "gone", MORNING).email()).isEqualTo(contact("e"));
        assertThat(Subscriber.patch(full)).isEqualTo(Patch.of(Set.of("london")));
    }

    @Test
    void beingSeenIsNewsOnceADayAndWheneverRegionsChange() {
        Patch patch = Patch.of(Set.of("london"));

        assertThat(Subscriber.isNews(london("r"), patch, MORNING.plusSeconds(60)))
                .isFalse();
        assertThat(Subscriber.isNews(london("r"), patch, MORNING.plus(Duration.ofDays(1))))
                .isTrue();
        assertThat(Subscriber.isNews(london("r"), Patch.of(Set.of("wales")), MORNING.plusSeconds(60)))
                .isTrue();
    }

    private static boolean wants(
            List<String> campaigns,
            boolean national,
            List<EmploymentType> types,
            List<String> actions,
            List<String> thresholds) {
        Interest interest = new Interest(campaigns, national, List.of(), types, actions, thresholds);
        return Wanted.isWanted(with(interest), reached("c", "t", null, 1));
    }

    private static SubscriptionSet with(Interest interest) {
        return Subscriber.with(london("r"), interest, AT_ONCE, null, null, MORNING);
    }
}
