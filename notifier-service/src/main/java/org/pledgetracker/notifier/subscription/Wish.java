package org.pledgetracker.notifier.subscription;

import java.net.URI;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.SubscriptionSet.Interest;
import org.pledgetracker.events.SubscriptionSet.Timing;

/**
 * What a rep asks for, before anybody has looked at it. Lists that are missing or empty ask for all.
 *
 * @param national whether also thresholds that count all regions; missing: yes
 * @param thresholds each as campaign/threshold
 * @param email null for no mail
 * @param webhook address to call; null for none
 */
public record Wish(
        @Nullable List<String> campaigns,
        @Nullable Boolean national,
        @Nullable List<String> regions,
        @Nullable List<EmploymentType> employmentTypes,
        @Nullable List<String> actions,
        @Nullable List<String> thresholds,
        @Nullable String email,
        @Nullable String webhook,
        @Nullable LocalTime dailyAt,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo) {

    private static final int LONGEST = 254;
    private static final int MOST = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /** What is wrong with one field. */
    public record Fault(String field, String message) {}

    /** A wish for every crossing, at this address alone. */
    public static Wish ofWebhook(String address) {
        return new Wish(null, null, null, null, null, null, null, address, null, null, null);
    }

    /** All that is wrong; none if it can be granted. */
    public List<Fault> faults(boolean plainHttpAllowed) {
        List<Fault> faults = new ArrayList<>();
        if (saysNothing()) {
            faults.add(
                    new Fault(
                            "national",
                            "Nothing is asked for, which would take every address back. Send the whole subscription: at least one of"
                                    + " campaigns, national, regions, employmentTypes, actions, thresholds, email, webhook,"
                                    + " dailyAt, quietFrom and quietTo. {\"national\": true} asks for everything, in the inbox only."));
        }
        checkIds("campaigns", campaigns, faults);
        checkIds("regions", regions, faults);
        checkIds("actions", actions, faults);
        checkIds("thresholds", thresholds, faults);
        if (email != null && (email.length() > LONGEST || !EMAIL.matcher(email).matches())) {
            faults.add(new Fault("email", "This is not an e-mail address: write one such as name@example.org."));
        }
        if (webhook != null && !isCallable(webhook, plainHttpAllowed)) {
            faults.add(new Fault(
                    "webhook", "Give a whole https address such as https://example.org/alerts, without a user name."));
        }
        if ((quietFrom == null) != (quietTo == null)) {
            faults.add(new Fault("quietTo", "Quiet hours need both a beginning and an end."));
        }
        return faults;
    }

    /** Which crossings it asks for. */
    public Interest interest() {
        return new Interest(
                listed(campaigns),
                national == null || national,
                listed(regions),
                employmentTypes == null ? List.of() : employmentTypes,
                listed(actions),
                listed(thresholds));
    }

    /** When it asks for mail. */
    public Timing timing() {
        return new Timing(dailyAt, quietFrom, quietTo);
    }

    private boolean saysNothing() {
        return Stream.of(
                        campaigns,
                        national,
                        regions,
                        employmentTypes,
                        actions,
                        thresholds,
                        email,
                        webhook,
                        dailyAt,
                        quietFrom,
                        quietTo)
                .allMatch(Objects::isNull);
    }

    private static boolean isCallable(String address, boolean plainHttpAllowed) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return address.length() <= 8 * LONGEST
                    && (scheme.equals("https") || (plainHttpAllowed && scheme.equals("http")))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static void checkIds(String field, @Nullable List<String> ids, List<Fault> faults) {
        if (listed(ids).size() > MOST
                || !listed(ids).stream().allMatch(id -> ID.matcher(id).matches())) {
            faults.add(new Fault(field, "Name at most " + MOST + ", each by its id."));
        }
    }

    private static List<String> listed(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids;
    }
}
