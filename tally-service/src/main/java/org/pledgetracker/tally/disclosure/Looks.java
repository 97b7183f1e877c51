package org.pledgetracker.tally.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pledgetracker.events.FiguresDisclosed;
import org.pledgetracker.events.FiguresDisclosed.Form;
import org.pledgetracker.webkit.Member;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes down who is about to look at exact figures. Following them live is one look an hour. */
@Component
public class Looks {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Disclosures disclosures;
    private final ViewerHandle handle;
    private final InstantSource clock;
    private final Map<Followed, Instant> taken = new ConcurrentHashMap<>();
    private final Map<Followed, Integer> open = new ConcurrentHashMap<>();

    /** @param viewerKey what the handles of viewers are keyed with */
    Looks(Disclosures disclosures, @Value("${pledge-tracker.tally.viewer-key}") String viewerKey, InstantSource clock) {
        this.disclosures = disclosures;
        this.handle = new ViewerHandle(viewerKey);
        this.clock = clock;
    }

    /** Records a look of a member at the figures of some actions; returns once that is certain. */
    public void take(Member member, String campaign, Collection<String> actions, Form form)
            throws InterruptedException {
        disclosures.record(
                new FiguresDisclosed(handleOf(member), campaign, List.copyOf(actions), form, clock.instant()));
    }

    /** Records that a member begins to follow a campaign, unless that was recorded within the hour. */
    public Following follow(Member member, String campaign, Collection<String> actions) throws InterruptedException {
        Followed followed = new Followed(handleOf(member), campaign);
        Instant now = clock.instant();
        Instant last = taken.get(followed);
        if (last == null || !now.isBefore(last.plus(HOUR))) {
            take(member, campaign, actions, Form.LIVE);
            taken.put(followed, now);
        }
        open.merge(followed, 1, Integer::sum);
        return () -> open.computeIfPresent(followed, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Whether a member is following a campaign now: what a page of theirs shows of it is part of that look. */
    public boolean isFollowing(Member member, String campaign) {
        return open.containsKey(new Followed(handleOf(member), campaign));
    }

    /** The handle that a member is known by here. */
    public String handleOf(Member member) {
        return handle.of(member.issuer(), member.subject());
    }

    /** Ends when whoever follows has gone. */
    @FunctionalInterface
    public interface Following extends AutoCloseable {

        @Override
        void close();
    }

    private record Followed(String viewer, String campaign) {}
}
