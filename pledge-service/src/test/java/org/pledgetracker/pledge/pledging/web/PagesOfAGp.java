package org.pledgetracker.pledge.pledging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.pledgetracker.pledge.RunningService;
import org.pledgetracker.pledge.RunningService.Answer;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;

/** A GP's browser without scripts, on a service of its own with one open campaign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PagesOfAGp {

    final TestTokens tokens = TestTokens.start();
    final String campaign = "forms-" + UUID.randomUUID();
    final RunningService service =
            RunningService.start(tokens, RunningService.campaigns(campaign, Samples.VALID, Samples.ELECTORATE));
    String gp = "";

    @BeforeEach
    void anotherGp() {
        gp = tokens.gp("gp-" + UUID.randomUUID(), "north-west", "partner");
    }

    @AfterAll
    void stop() {
        service.close();
        tokens.close();
    }

    void pledgeTo(String... actions) {
        FormElement form = ticked(page(get("/campaigns/" + campaign + "/pledge")), actions);
        Document check = page(submit(form, "condition", "firm"));
        assertThat(submit(form(check, "/my-pledges"), "consent", "v1").status()).isEqualTo(302);
    }

    Answer get(String path) {
        return service.call("GET", path).as(gp).send();
    }

    Answer follow(Answer redirect) {
        return get(redirect.header("Location").replaceFirst("^https?://[^/]+", ""));
    }

    static Document page(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    static FormElement form(Element page, String ending) {
        Element form = page.select("form[action$=" + ending + "]").first();
        assertThat(form).as("form to %s", ending).isInstanceOf(FormElement.class);
        return (FormElement) java.util.Objects.requireNonNull(form);
    }

    /** The form as one of its buttons sends it that leads elsewhere. */
    static FormElement pressing(Document page, String ending) {
        Element button = page.select("button[formaction$=" + ending + "]").getFirst();
        FormElement form = (FormElement) java.util.Objects.requireNonNull(button.closest("form"));
        FormElement elsewhere = form.clone();
        elsewhere.attr("action", button.attr("formaction"));
        return elsewhere;
    }

    static FormElement ticked(Document page, String... actions) {
        FormElement form = form(page.clone(), "/check");
        for (String action : actions) {
            form.select("#action-" + action).attr("checked", "checked");
        }
        return form;
    }

    /** Sends the form as it stands, with these fields set otherwise. */
    Answer submit(FormElement form, String... changes) {
        return submit(service, form, changes);
    }

    Answer submit(RunningService to, FormElement form, String... changes) {
        List<String> changed = java.util.stream.IntStream.range(0, changes.length / 2)
                .mapToObj(i -> changes[2 * i])
                .toList();
        String kept = form.formData().stream()
                .filter(field -> !changed.contains(field.key()))
                .map(field -> pair(field.key(), field.value()))
                .collect(Collectors.joining("&"));
        String others = java.util.stream.IntStream.range(0, changes.length / 2)
                .mapToObj(i -> pair(changes[2 * i], changes[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return to.call("POST", form.attr("action"))
                .as(gp)
                .form(kept + "&" + others)
                .send();
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
