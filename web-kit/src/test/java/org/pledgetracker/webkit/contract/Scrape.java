package org.pledgetracker.webkit.contract;

import java.net.URI;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** What Prometheus gets from a service: names of metrics, and the keys and values of their labels. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("^([a-z0-9_]+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z0-9_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final String text;

    private Scrape(String text) {
        this.text = text;
    }

    /** Asks the service, on the port that it has for this. */
    public static Scrape of(ApplicationContext service) {
        Face management = face(service);
        return new Scrape(
                management.send(management.request("/actuator/prometheus")).body());
    }

    static Face face(ApplicationContext service) {
        String port = Objects.requireNonNull(service.getEnvironment().getProperty("local.management.port"));
        return new Face(URI.create("http://127.0.0.1:" + port));
    }

    /** The names of all metrics. */
    public Set<String> names() {
        return SAMPLE.matcher(text)
                .results()
                .map(sample -> sample.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The samples of one metric, by their labels as they stand there, such as {@code view="inbox"}. */
    public NavigableMap<String, Double> samples(String name) {
        NavigableMap<String, Double> samples = new TreeMap<>();
        SAMPLE.matcher(text)
                .results()
                .filter(sample -> sample.group(1).equals(name))
                .forEach(sample -> samples.put(
                        Objects.requireNonNullElse(sample.group(2), ""),
                        Double.valueOf(sample.group().substring(sample.group().lastIndexOf(' ') + 1))));
        return samples;
    }

    Set<String> labelKeys() {
        return labels(1);
    }

    Set<String> labelValues() {
        return labels(2);
    }

    private Set<String> labels(int group) {
        return SAMPLE.matcher(text)
                .results()
                .map(sample -> Objects.requireNonNullElse(sample.group(2), ""))
                .flatMap(found -> LABEL.matcher(found).results())
                .map((MatchResult label) -> label.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
