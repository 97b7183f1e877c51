package org.pledgetracker.notifier.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pledgetracker.events.ThresholdCrossed;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.notifier.alert.AlertWords;
import org.pledgetracker.notifier.delivery.Sender;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call of a webhook, as Standard Webhooks 1.0 has it.
 *
 * @param id of the delivery: the same in every attempt
 * @param body says what happened and no figure that was counted
 */
record WebhookCall(String id, Instant at, String body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ID_BYTES = 16;

    static WebhookCall of(Sender.Notice notice, Instant now) {
        ThresholdCrossed crossing = notice.crossing();
        boolean reached = crossing instanceof ThresholdReached;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", crossing.id().alert());
        data.put("campaign", crossing.campaign());
        data.put("threshold", crossing.threshold());
        data.put("title", crossing.title());
        data.put("action", crossing.action());
        data.put("region", crossing.region());
        data.put("kind", reached ? "reached" : "lost");
        data.put("crossing", crossing.crossing());
        data.put("at", crossing.at().toString());
        data.put("note", AlertWords.NOT_A_BALLOT);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", reached ? "threshold.reached" : "threshold.lost");
        body.put("timestamp", crossing.at().toString());
        body.put("data", data);
        return new WebhookCall(id(notice.latest().key()), now, JSON.writeValueAsString(body));
    }

    /**
     * The value of {@code webhook-signature}: one signature for each secret.
     *
     * @throws IllegalArgumentException if a secret is none
     */
    String signatures(List<String> secrets) {
        return secrets.stream().map(this::signature).collect(Collectors.joining(" "));
    }

    private String signature(String secret) {
        try {
            return new Webhook(secret).sign(id, at.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalArgumentException("no secret of a webhook", e);
        }
    }

    private static String id(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "msg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
