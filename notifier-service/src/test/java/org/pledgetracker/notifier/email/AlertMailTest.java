package org.pledgetracker.notifier.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.NOON;
import static org.pledgetracker.notifier.alert.Crossings.lost;
import static org.pledgetracker.notifier.alert.Crossings.reached;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Channel;
import org.pledgetracker.events.Delivery;
import org.pledgetracker.events.DeliveryFailed;
import org.pledgetracker.events.DeliveryRequested;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.notifier.alert.AlertWords;
import org.pledgetracker.notifier.delivery.Sender;

class AlertMailTest {

    private static final String HOME = "https://alerts.example.org";

    @Test
    void theSubjectSaysWhatHappenedAndToWhichActionUnlessTheTitleDoes() {
        AlertWords words = new AlertWords(
                true, "Reached: 25 % of North West partners", "GP action", "Undated resignation", "North West", "noon");
        AlertWords said = new AlertWords(
                true, "Reached: 10 GPs would work to rule", "GP action", "Work to rule", "North West", "noon");

        assertThat(words.subject()).isEqualTo("Reached: 25 % of North West partners, undated resignation");
        assertThat(said.subject()).isEqualTo("Reached: 10 GPs would work to rule");
    }

    @Test
    void aMailHasTheSameIdInEveryAttemptAndAnotherForAnotherDelivery() {
        ThresholdCrossed crossing = reached("c", "t", "london", 1);
        Delivery delivery = new Delivery("c", "t", 1, "r", Channel.EMAIL, "m");
        Sender.Notice first = new Sender.Notice(new DeliveryRequested(delivery, NOON, NOON), crossing);
        Sender.Notice later = new Sender.Notice(new DeliveryFailed(delivery, 1, "down", NOON, NOON), crossing);

        assertThat(mail(later).id()).isEqualTo(mail(first).id());
        assertThat(mail(notice(lost("c", "t", "london", 2))).id())
                .isNotEqualTo(mail(first).id());
    }

    @Test
    void theTextSaysWhatItIsAndHowToStopItAndNoFigureThatWasCounted() {
        String text = mail(notice(reached("c", "t", "london", 1))).text();

        assertThat(text)
                .contains("Reached: Ten or more: t", "Region: london", "Not a ballot, not a call to act.")
                .contains("Stop these mails: https://u.example", HOME + "/subscription")
                .contains(HOME + "/#");
    }

    @Test
    void severalAlertsAreOneMailThatCountsThem() {
        AlertMail both = mail(notice(reached("c", "t", null, 1)), notice(lost("c", "t", null, 2)));

        assertThat(both.subject()).isEqualTo("2 alerts: 1 reached, 1 lost");
        assertThat(both.text()).contains("Reached: Ten or more: t", "Lost: Ten or more: t", "All regions");
    }

    private static AlertMail mail(Sender.Notice... notices) {
        return AlertMail.of(List.of(notices), Map.of(), HOME, "https://u.example");
    }

    private static Sender.Notice notice(ThresholdCrossed crossing) {
        Delivery delivery =
                new Delivery(crossing.campaign(), crossing.threshold(), crossing.crossing(), "r", Channel.EMAIL, "m");
        return new Sender.Notice(new DeliveryRequested(delivery, NOON, NOON), crossing);
    }
}
