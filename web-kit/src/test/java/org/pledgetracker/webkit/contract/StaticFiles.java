package org.pledgetracker.webkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The folders of static files on the class path, each a route. */
final class StaticFiles {

    private static final Pattern FILE = Pattern.compile("/static(/[^/]+/)([^/\\]]+)");

    private StaticFiles() {}

    static SortedSet<String> folders() {
        SortedSet<String> folders = new TreeSet<>();
        matches("/*/*.*").forEach(file -> folders.add(file.group(1) + "**"));
        return folders;
    }

    /** A file that there is; or, in a folder without any, one that there is not. */
    static String oneUnder(String pattern) {
        String folder = pattern.substring(0, pattern.length() - "**".length());
        return folder.equals("/")
                ? "/no-such-page"
                : matches(folder + "*.*")
                        .map(file -> file.group(1) + file.group(2))
                        .findFirst()
                        .orElse(folder + "none");
    }

    private static Stream<Matcher> matches(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:/static" + pattern))
                    .map(resource -> FILE.matcher(String.valueOf(resource)))
                    .filter(Matcher::find);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
