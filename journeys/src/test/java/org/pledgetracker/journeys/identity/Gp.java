package org.pledgetracker.journeys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A member of the roll with their browser. */
final class Gp implements AutoCloseable {

    static final String CAMPAIGN = "gp-action-2026";
    private static final int MOST_PAGES = 8;

    private final RollEntry entry;
    private final Deployment system;
    private final Mailbox mailbox;
    private final MemberBrowser browser;
    private String token = "";

    Gp(RollEntry entry, Deployment system, Mailbox mailbox, Path notes) {
        this.entry = entry;
        this.system = system;
        this.mailbox = mailbox;
        this.browser = new MemberBrowser(notes);
    }

    RollEntry entry() {
        return entry;
    }

    MemberBrowser browser() {
        return browser;
    }

    /** An access token as the services are given one. */
    String token() {
        return token;
    }

    String myPledges() {
        return system.address("pledge-service") + "/campaigns/" + CAMPAIGN + "/my-pledges";
    }

    String myPledgesApi() {
        return system.address("pledge-service") + "/api/campaigns/" + CAMPAIGN + "/my-pledges";
    }

    /** Signs in by the link in the mail, on the way to their pledges. */
    void signIn() throws Exception {
        Document ask = browser.open(myPledges());
        Objects.requireNonNull(ask.selectFirst("main input[type=email]"), ask::text)
                .val(entry.email());
        browser.submit(form(ask));
        Document confirm = browser.open(mailbox.newestLinkTo(entry.email()));
        Document arrived = browser.submit(form(confirm));
        assertThat(arrived.location()).startsWith(system.address("pledge-service"));
        token = freshToken();
    }

    /** Goes through the form, answering whatever each page asks, until it asks no more. */
    void pledgeByForm() throws Exception {
        Document page = browser.open(system.address("pledge-service") + "/campaigns/" + CAMPAIGN + "/pledge");
        for (int pages = 0; pages < MOST_PAGES && !isDone(page); pages++) {
            FormElement form = form(page);
            answer(form);
            page = browser.submit(form);
        }
        assertThat(card()).contains("work-to-rule");
    }

    /** Erases their card on the page for it. */
    void eraseByForm() throws Exception {
        browser.submit(form(browser.open(myPledges() + "/erase")));
        assertThat(card()).doesNotContain("work-to-rule");
    }

    /** Puts a whole card, with the headers given. */
    HttpResponse<String> put(String pledges, String consent, String... ifMatch) throws Exception {
        String body = """
                {"region": "%s", "employmentType": "%s", "consent": {"version": "%s"}, "pledges": [%s]}""".formatted(entry.region(), entry.employmentType(), consent, pledges);
        return ifMatch.length == 0
                ? browser.call(
                        "PUT", myPledgesApi(), body, "Authorization", bearer(), "Content-Type", "application/json")
                : browser.call(
                        "PUT",
                        myPledgesApi(),
                        body,
                        "Authorization",
                        bearer(),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        ifMatch[0]);
    }

    HttpResponse<String> call(String method, String address, String body) throws Exception {
        return browser.call(method, address, body, "Authorization", bearer(), "Content-Type", "application/json");
    }

    String card() throws Exception {
        return call("GET", myPledgesApi(), "").body();
    }

    String bearer() {
        return "Bearer " + token;
    }

    private String freshToken() throws IOException, InterruptedException {
        CodeVerifier verifier = new CodeVerifier();
        String redirect = system.address("pledge-service") + "/login/oauth2/code/sign-in";
        String answer = browser.redirectOf(system.address("sign-in")
                + "/oauth2/authorize?response_type=code&client_id=pledge-service&scope=openid&state=abc&redirect_uri="
                + redirect + "&code_challenge_method=S256&code_challenge="
                + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        String code = UriComponentsBuilder.fromUriString(answer)
                .build()
                .getQueryParams()
                .getFirst("code");
        String client = Base64.getEncoder()
                .encodeToString(
                        ("pledge-service:" + Deployment.secret("pledge-service")).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> tokens = browser.call(
                "POST",
                system.address("sign-in") + "/oauth2/token",
                "grant_type=authorization_code&code=" + code + "&redirect_uri=" + redirect + "&code_verifier="
                        + verifier.getValue(),
                "Authorization",
                "Basic " + client,
                "Content-Type",
                "application/x-www-form-urlencoded");
        return JsonMapper.shared().readTree(tokens.body()).path("access_token").asString();
    }

    private static boolean isDone(Document page) {
        return page.location().contains("/my-pledges") || page.selectFirst("main form[method=post]") == null;
    }

    private static FormElement form(Document page) {
        return (FormElement) Objects.requireNonNull(page.selectFirst("main form[method=post]"), page::text);
    }

    /** Chooses, of everything that is not answered yet, the first answer; ticks work to rule, and agrees. */
    private static void answer(FormElement form) {
        for (Element choice : form.select("input[type=radio]:not([disabled])")) {
            String name = choice.attr("name");
            if (form.select("input[type=radio][checked]").stream()
                    .noneMatch(chosen -> chosen.attr("name").equals(name))) {
                choice.attr("checked", "checked");
            }
        }
        form.select("input[type=checkbox][value=work-to-rule], input[type=checkbox][name=consent]")
                .attr("checked", "checked");
        for (Element list : form.select("select")) {
            if (list.selectFirst("option[selected]") == null
                    || list.select("option[selected]").val().isEmpty()) {
                list.select("option[selected]").removeAttr("selected");
                list.select("option:not([value=''])").stream()
                        .findFirst()
                        .ifPresent(option -> option.attr("selected", "selected"));
            }
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
