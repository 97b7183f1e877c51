package org.pledgetracker.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** When alerts came over each channel, measured from the sending of the card that set them off. */
final class Arrivals {

    private static final Pattern THRESHOLD = Pattern.compile("\\bt-region-\\d-[a-z]+-action-\\d\\b");

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Histogram> channels = new LinkedHashMap<>();
    private final CountDownLatch outstanding;

    /** @param cards how many alerts are to come over each of the channels */
    Arrivals(int cards, String... names) {
        for (String name : names) {
            channels.put(name, new Histogram(3));
        }
        outstanding = new CountDownLatch(cards * names.length);
    }

    void sent(String threshold, long at) {
        sent.put(threshold, at);
    }

    /** Something came over a channel; it counts once, if it tells of a threshold whose card was sent. */
    void came(String channel, String text) {
        long now = System.nanoTime();
        Matcher found = THRESHOLD.matcher(text);
        Histogram times = channels.get(channel);
        if (times != null && found.find()) {
            Long begun = sent.get(found.group());
            if (begun != null && seen.add(channel + found.group())) {
                synchronized (times) {
                    times.recordValue(now - begun);
                }
                outstanding.countDown();
            }
        }
    }

    boolean awaitAll(Duration patience) throws InterruptedException {
        return outstanding.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The times in nanoseconds, by channel. */
    Map<String, Histogram> channels() {
        return channels;
    }
}
