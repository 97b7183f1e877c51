package org.pledgetracker.webkit.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A service as its callers reach it. Every call is answered in time, or fails. */
public final class Face {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Face(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    /** A request to a path that may be malformed in whatever way {@link URI} allows. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    /** A request as a page or a program would send it, with an empty body of the usual type where the method takes one. */
    HttpRequest.Builder request(String method, String path) {
        HttpRequest.Builder request = request(path);
        return switch (method) {
            case "POST", "PUT", "PATCH" -> {
                boolean api = path.startsWith("/api/");
                request.header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded");
                yield request.method(method, BodyPublishers.ofString(api ? "{}" : ""));
            }
            default -> request.method(method, BodyPublishers.noBody());
        };
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            try {
                return attempt(request);
            } catch (ExecutionException e) {
                if (!wasClosedBefore(e)) {
                    throw e;
                }
                return attempt(request);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer to " + request.build(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> attempt(HttpRequest.Builder request)
            throws InterruptedException, ExecutionException, TimeoutException {
        return http.sendAsync(request.build(), text()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** A connection that is kept from an earlier call may have been closed meanwhile, so only a second call tells. */
    private static boolean wasClosedBefore(ExecutionException e) {
        return e.getCause() instanceof IOException closed
                && String.valueOf(closed.getMessage()).contains("received no bytes");
    }

    /** The body; of a stream that does not end, nothing. */
    private static BodyHandler<String> text() {
        return answer -> answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("text/event-stream"))
                        .isPresent()
                ? new Hanging()
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    /** Hangs up. */
    private static final class Hanging implements BodySubscriber<String> {

        @Override
        public CompletionStage<String> getBody() {
            return CompletableFuture.completedFuture("");
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
