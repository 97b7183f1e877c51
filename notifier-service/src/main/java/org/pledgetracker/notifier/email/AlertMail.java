package org.pledgetracker.notifier.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.notifier.alert.AlertWords;
import org.pledgetracker.notifier.delivery.Sender;

/**
 * A mail of one alert, or of several, in words.
 *
 * @param id the same whenever the same deliveries are sent, so that a mailbox that gets them twice can tell
 * @param unsubscribe the link that takes the address back
 * @param choose where the rep chooses what they get
 */
record AlertMail(String id, String subject, List<Part> parts, String unsubscribe, String choose) {

    /** @param link where the alert can be seen */
    record Part(AlertWords words, String link) {}

    static AlertMail of(
            List<Sender.Notice> notices, Map<String, CampaignDefined> campaigns, String home, String unsubscribe) {
        List<Part> parts = notices.stream()
                .map(notice -> part(notice.crossing(), campaigns, home))
                .toList();
        String keys =
                notices.stream().map(notice -> notice.latest().key()).sorted().collect(Collectors.joining("\n"));
        return new AlertMail(digest(keys), subject(parts), parts, unsubscribe, home + "/subscription");
    }

    /** For mailboxes that show no HTML, and people who want none. */
    String text() {
        String alerts = parts.stream()
                .map(part -> """
                    %s

                    Campaign: %s
                    Action: %s
                    Region: %s
                    When: %s
                    See and acknowledge it: %s
                    """.formatted(
                                part.words().headline(),
                                part.words().campaign(),
                                part.words().action(),
                                part.words().region(),
                                part.words().when(),
                                part.link()))
                .collect(Collectors.joining("\n"));
        return """
            %s
            %s It says what GPs would do if enough others did.

            You get this because you look after a region as a rep and gave this address.
            Choose what you get: %s
            Stop these mails: %s
            """.formatted(alerts, AlertWords.NOT_A_BALLOT, choose, unsubscribe);
    }

    private static Part part(ThresholdCrossed crossing, Map<String, CampaignDefined> campaigns, String home) {
        String id = crossing.id().alert();
        return new Part(AlertWords.of(crossing, campaigns), home + "/#" + id);
    }

    private static String subject(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().words().subject();
        }
        long reached = parts.stream().filter(part -> part.words().reached()).count();
        return "%d alerts: %d reached, %d lost".formatted(parts.size(), reached, parts.size() - reached);
    }

    private static String digest(String keys) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(keys.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
