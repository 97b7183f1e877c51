package org.pledgetracker.webkit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * A refusal in plain words: RFC 9457 problem details to a caller of the API, a page to a browser. Its detail says what
 * to do about it.
 */
public final class Problem extends RuntimeException {

    private static final String TYPES = "urn:pledge-tracker:problem:";

    private final HttpStatusCode status;
    private final String slug;
    private final String title;
    private final String detail;
    private final List<Fault> faults;
    private final @Nullable Duration retryAfter;

    /**
     * What is wrong with one field.
     *
     * @param field its name, as in {@code pledges[0].action}
     */
    public record Fault(String field, String message) {}

    /**
     * A problem without faulty fields.
     *
     * @param slug the kind of problem, for programs: lower case with dashes
     */
    public Problem(HttpStatusCode status, String slug, String title, String detail) {
        this(status, slug, title, detail, List.of(), null);
    }

    private Problem(
            HttpStatusCode status,
            String slug,
            String title,
            String detail,
            List<Fault> faults,
            @Nullable Duration retryAfter) {
        // An expected refusal: its stack says nothing and costs much
        super(slug, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** The same problem with what is wrong with each field. */
    public Problem withFaults(List<Fault> faults) {
        return new Problem(status, slug, title, detail, faults, retryAfter);
    }

    /** The same problem, with when to try again. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, slug, title, detail, faults, wait);
    }

    /** The kind of problem. */
    String slug() {
        return slug;
    }

    /** The status that it is answered with. */
    public HttpStatusCode status() {
        return status;
    }

    /** What is wrong with each field, if that is the problem. */
    public List<Fault> faults() {
        return faults;
    }

    ProblemDetail body() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPES + slug));
        body.setTitle(title);
        if (!faults.isEmpty()) {
            body.setProperty("errors", faults);
        }
        return body;
    }

    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return headers;
    }
}
