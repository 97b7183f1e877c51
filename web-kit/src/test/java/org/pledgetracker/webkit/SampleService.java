package org.pledgetracker.webkit;

import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** A small service that uses everything the kit has. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SampleService.Pages.class)
class SampleService {

    @Bean
    Access access() {
        return requests -> requests.requestMatchers("/api/gp/**", "/page", "/broken/**")
                .hasRole("GP")
                .requestMatchers("/api/all/**")
                .authenticated();
    }

    /** What one field of a form could be. */
    record Thing(int count) {}

    /** Keeps calls waiting until it is opened. */
    static final class Gate {

        private static volatile Gate current = new Gate();

        private final CountDownLatch opened = new CountDownLatch(1);
        private final Semaphore waiting = new Semaphore(0);

        static Gate close() {
            current = new Gate();
            return current;
        }

        void open() {
            opened.countDown();
        }

        /** Waits until so many calls wait. */
        void awaitWaiting(int calls) throws InterruptedException {
            if (!waiting.tryAcquire(calls, 20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no calls came");
            }
        }

        private void pass() throws InterruptedException {
            waiting.release();
            opened.await();
        }
    }

    @Controller
    static class Pages {

        @GetMapping("/page")
        String page() {
            return "web-kit-test/page";
        }

        @GetMapping("/api/gp/me")
        @ResponseBody
        String me(Member member) {
            return member.subject() + " " + new TreeSet<>(member.roles()) + " " + member.region() + " "
                    + member.employmentType();
        }

        @GetMapping("/api/all/regions")
        @ResponseBody
        String regions(Member member) {
            return String.join(",", member.regions().stream().sorted().toList());
        }

        @GetMapping("/api/gp/slow")
        @ResponseBody
        String slow() throws InterruptedException {
            Gate.current.pass();
            return "slow";
        }

        @PutMapping("/api/gp/thing")
        @ResponseBody
        Thing put(@RequestBody Thing thing) {
            return thing;
        }

        @GetMapping({"/api/gp/broken/{how}", "/broken/{how}"})
        String broken(@PathVariable String how) {
            throw switch (how) {
                case "broker" -> new BrokerUnavailable(null);
                case "problem" ->
                    new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "faulty", "Two things are wrong", "Mend both.")
                            .withFaults(java.util.List.of(new Problem.Fault("region", "Choose a region")));
                default -> new IllegalStateException("secret inside");
            };
        }
    }
}
