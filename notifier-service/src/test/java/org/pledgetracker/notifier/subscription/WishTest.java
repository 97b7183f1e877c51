package org.pledgetracker.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgetracker.events.SubscriptionSet.Interest;

class WishTest {

    @Test
    void whoAsksForNothingInParticularGetsEverything() {
        Wish wish = new Wish(null, true, null, null, null, null, null, null, null, null, null);

        assertThat(wish.faults(false)).isEmpty();
        assertThat(wish.interest())
                .isEqualTo(new Interest(List.of(), true, List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org/",
                "https://user:secret@example.org/",
                "https:///path",
                "example.org",
                "https://example.org/#part",
                "javascript:alert(1)"
            })
    void onlyWholeHttpsAddressesAreCalled(String address) {
        assertThat(fields(wish(null, address, null, null))).containsExactly("webhook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b", "a b@example.org", "a@example.org\r\nBcc: b@example.org", "@example.org"})
    void whatIsNoMailAddressIsRefused(String address) {
        assertThat(fields(wish(address, null, null, null))).containsExactly("email");
    }

    @Test
    void aWishThatSaysNothingAtAllIsRefusedWithWhatItCouldSay() {
        List<Wish.Fault> faults = wish(null, null, null, null).faults(false);

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("campaigns", "national", "email", "webhook", "dailyAt", "quietTo"));
        assertThat(new Wish(null, null, List.of(), null, null, null, null, null, null, null, null).faults(false))
                .as("an empty list asks for all")
                .isEmpty();
    }

    @Test
    void quietHoursNeedBothEnds() {
        assertThat(fields(wish(null, null, LocalTime.of(22, 0), null))).containsExactly("quietTo");
        assertThat(fields(wish("a.b+c@example.org", "https://example.org/a?b=c", null, null)))
                .isEmpty();
    }

    private static List<String> fields(Wish wish) {
        return wish.faults(false).stream().map(Wish.Fault::field).toList();
    }

    private static Wish wish(
            @Nullable String email, @Nullable String webhook, @Nullable LocalTime from, @Nullable LocalTime to) {
        return new Wish(null, null, null, null, null, null, email, webhook, null, from, to);
    }
}
