package org.pledgetracker.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Someone with a browser of their own; keeps screenshots, and counts what they have to do. */
final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final int MOST_TABS = 120;

    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final boolean scripts;
    private final List<String> refusedByPolicy = new ArrayList<>();
    private int taps;
    private int pages;

    private Visitor(BrowserContext context, String name, boolean scripts) {
        this.context = context;
        this.page = context.newPage();
        this.name = name;
        this.scripts = scripts;
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refusedByPolicy.add(message.text());
            }
        });
    }

    /** On a phone, with or without JavaScript. */
    static Visitor onPhone(Browser browser, String name, boolean scripts) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setIsMobile(true)
                        .setHasTouch(true)
                        .setJavaScriptEnabled(scripts)),
                name + (scripts ? "-phone" : "-phone-no-script"),
                scripts);
    }

    static Visitor onDesktop(Browser browser, String name) {
        return onDesktop(browser, name, true);
    }

    /** At a desk, with or without JavaScript. */
    static Visitor onDesktop(Browser browser, String name, boolean scripts) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setJavaScriptEnabled(scripts)),
                name + (scripts ? "-desktop" : "-desktop-no-script"),
                scripts);
    }

    Page page() {
        return page;
    }

    /** How often they have tapped or typed so far. */
    int taps() {
        return taps;
    }

    /** How many pages they have been led to so far. */
    int pages() {
        return pages;
    }

    /** Opens an address, and signs in as a demonstration member where that is asked for. */
    Visitor open(String address, String member) {
        page.navigate(address);
        if (page.title().startsWith("Sign in")) {
            page.getByLabel("Sample member").fill(member);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                    .click();
        }
        return this;
    }

    void follow(String link) {
        taps++;
        pages++;
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    void press(String button) {
        taps++;
        pages++;
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void check(String selector) {
        taps++;
        page.locator(selector).check();
    }

    void choose(String selector, String value) {
        if (!page.locator(selector).inputValue().equals(value)) {
            taps++;
            page.selectOption(selector, value);
        }
    }

    /** Keeps a picture, and finds no fault with the page's accessibility. */
    void look(String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", what + "-" + name + ".png"))
                .setFullPage(true));
        assertThat(page.content()).containsAnyOf("Not a ballot, not a call to act", "Nid pleidlais, ac nid galwad");
        assertThat(page.content()).as("a message that is missing on " + what).doesNotContain("??");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing sticks out of " + what)
                .isEqualTo(true);
        if (scripts) {
            var violations = new AxeBuilder(page)
                    .withTags(WCAG).analyze().getViolations().stream()
                            .map(rule -> rule.getId() + ": "
                                    + rule.getNodes().stream()
                                            .map(node -> node.getHtml())
                                            .toList())
                            .toList();
            assertThat(violations).as("accessibility of " + what).isEmpty();
        }
    }

    /** Moves on with the tab key until this element has the focus. */
    void tabTo(String selector) {
        for (int steps = 0; steps < MOST_TABS; steps++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
        }
        throw new AssertionError("the tab key does not lead to " + selector);
    }

    @Override
    public void close() {
        assertThat(refusedByPolicy).isEmpty();
        context.close();
    }
}
