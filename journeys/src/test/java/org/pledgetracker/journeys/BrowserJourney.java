package org.pledgetracker.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** A journey through the whole system, which runs on data of its own, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserJourney {

    final TestBrowser browser;
    final RunningStandalone system;

    BrowserJourney() {
        try {
            browser = TestBrowser.start();
            system = RunningStandalone.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void end() {
        system.close();
        browser.close();
    }
}
