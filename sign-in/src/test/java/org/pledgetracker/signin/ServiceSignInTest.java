package org.pledgetracker.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.signin.Browser.target;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.webkit.Access;
import org.pledgetracker.webkit.FreePort;
import org.pledgetracker.webkit.Member;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service with the web kit and sign-in, as a browser meets them together. */
public class ServiceSignInTest {

    @TempDir
    private static Path folder;

    private static Running signIn;
    private static ConfigurableApplicationContext service;
    private static String serviceAddress;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Pages.class)
    public static class Service {

        @Bean
        Access access() {
            return requests -> requests.requestMatchers("/", "/deep", "/api/me").hasRole("GP");
        }
    }

    @RestController
    static class Pages {

        @GetMapping({"/", "/deep", "/api/me"})
        String me(Member member) {
            return member.roles() + " of " + member.region() + " at " + member.issuer();
        }

        @PostMapping("/api/me")
        String write(Member member) {
            return "written";
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(folder.resolve("electorate.csv"), "region,name,partner,salaried,locum\nwales,Wales,9,9,\n");
        int port = FreePort.find();
        serviceAddress = "http://localhost:" + port;
        signIn = Running.start(
                "--pledge-tracker.demo=true",
                "--pledge-tracker.campaigns=" + folder,
                "--pledge-tracker.data=" + folder,
                "--pledge-tracker.addresses.pledge=" + serviceAddress);
        service = new SpringApplicationBuilder(Service.class)
                .properties("spring.config.name=none")
                .run(
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--pledge-tracker.client.id=pledge-service",
                        "--pledge-tracker.languages=english,welsh",
                        "--pledge-tracker.client.secret=" + CodeFlow.SECRET,
                        "--pledge-tracker.addresses.pledge=" + serviceAddress,
                        "--pledge-tracker.addresses.sign-in=" + signIn.base());
    }

    @AfterAll
    static void stop() {
        service.close();
        signIn.close();
    }

    @Test
    void aGpSignsInComesBackToThePageTheyAskedForAndSignsOutOfBoth() {
        Browser browser = new Browser(serviceAddress);
        HttpResponse<String> signInPage = follow(browser, browser.get("/deep"));
        assertThat(signInPage.uri().toString()).isEqualTo(signIn.base() + "/sign-in");

        HttpResponse<String> page =
                follow(browser, browser.post(signIn.base() + "/sign-in", Map.of("username", "gp-00001")));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/deep");
        assertThat(page.body()).isEqualTo("[GP] of wales at " + signIn.base());
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/me", Map.of(), Map.of()).statusCode()).isEqualTo(403);

        HttpResponse<String> form = browser.get("/no-such-page");
        assertThat(form.statusCode()).isEqualTo(403);
        HttpResponse<String> out = follow(browser, browser.post(serviceAddress + "/logout", Map.of()));
        assertThat(out.uri().toString()).isEqualTo(signIn.base() + "/sign-in");
        assertThat(target(browser.get(serviceAddress + "/deep"))).endsWith("/oauth2/authorization/sign-in");
    }

    @Test
    void aRepMeetsAPageThatSaysThatTheirRoleDoesNotIncludeIt() {
        Browser browser = new Browser(serviceAddress);
        follow(browser, browser.get("/"));
        HttpResponse<String> page =
                follow(browser, browser.post(signIn.base() + "/sign-in", Map.of("username", "rep-wales")));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Your role does not include it", "Not a ballot");
    }

    @Test
    void aFailedSignInIsAPageThatSaysWhatToDo() {
        HttpResponse<String> page = new Browser(serviceAddress).get("/login/oauth2/code/sign-in?code=x&state=y");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("Signing in did not work", "Not a ballot");
    }

    @Test
    void signingInGoesOnInTheLanguageThatWasChosenAtTheService() {
        Browser gp = new Browser(serviceAddress);
        assertThat(target(gp.get("/oauth2/authorization/sign-in")))
                .as("nothing was chosen")
                .doesNotContain("ui_locales");
        follow(gp, gp.get("/"));
        follow(gp, gp.post(signIn.base() + "/sign-in", Map.of("username", "gp-00002")));
        gp.get(serviceAddress + "/?language=cy");
        String chosen = target(gp.get(serviceAddress + "/oauth2/authorization/sign-in"));
        assertThat(chosen).contains("ui_locales=cy");

        // another browser stands for another host: it has no cookie of the service
        Browser browser = new Browser(signIn.base());
        assertThat(follow(browser, browser.get(chosen)).body()).contains("<html lang=\"cy\"");
        Browser other = new Browser(signIn.base());
        assertThat(follow(other, other.get(chosen.replace("ui_locales=cy", "ui_locales=xx")))
                        .body())
                .contains("<html lang=\"en-GB\"");
    }

    private static HttpResponse<String> follow(Browser browser, HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hops = 0; last.statusCode() == 302 && hops < 10; hops++) {
            last = browser.get(last.uri().resolve(target(last)).toString());
        }
        return last;
    }
}
