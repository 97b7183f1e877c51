package org.pledgetracker.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real browser: the system's Chromium or Chrome, else Playwright's own download. */
final class TestBrowser implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TestBrowser.class);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> FIXED_PLACES =
            List.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts a browser; where there is none, the test is skipped with one loud line, or fails if one is required. */
    static TestBrowser start() {
        try {
            return launch();
        } catch (PlaywrightException e) {
            if (System.getenv().getOrDefault("PLEDGE_TRACKER_REQUIRE", "").contains("browser")) {
                throw e;
            }
            LOG.error("BROWSER TESTS SKIPPED: no Chromium or Chrome here (on Debian: apt-get install chromium)");
            return Assumptions.abort("no browser");
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static TestBrowser launch() {
        Optional<Path> installed = installed();
        Playwright.CreateOptions options = new Playwright.CreateOptions();
        installed.ifPresent(path -> options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Playwright playwright = Playwright.create(options);
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"));
        installed.ifPresent(launch::setExecutablePath);
        return new TestBrowser(playwright, playwright.chromium().launch(launch));
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, FIXED_PLACES.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
