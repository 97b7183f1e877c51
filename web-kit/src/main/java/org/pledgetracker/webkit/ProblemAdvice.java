package org.pledgetracker.webkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.webkit.limit.BodyTooLarge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a controller throws into an answer that says what to do. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Problem.class)
    Object problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (Answer.isForApi(request)) {
            return Answer.details(problem.body(), problem.headers());
        }
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        PlainWords words = new PlainWords(
                problem.slug(),
                title(problem.body().getTitle()),
                title(problem.body().getDetail()));
        return Answer.page(problem.status().value(), words, problem.faults());
    }

    @ExceptionHandler(BrokerUnavailable.class)
    Object brokerUnavailable(BrokerUnavailable e, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn(
                "The broker did not confirm in time: {}",
                e.getCause() == null ? "no answer" : e.getCause().getClass());
        return problem(e.problem(), request, response);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response) {
        if (e.getMostSpecificCause() instanceof BodyTooLarge) {
            return problem(tooLarge(), request, response);
        }
        return problem(
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "The request could not be read",
                        "Send valid JSON in the documented shape, with every value of the documented type."),
                request,
                response);
    }

    private static Problem tooLarge() {
        PlainWords words = PlainWords.of(HttpStatus.CONTENT_TOO_LARGE.value());
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", words.title(), words.detail());
    }

    /** The client has gone: there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void clientGone() {}

    @ExceptionHandler(Exception.class)
    @Nullable
    Object other(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        if (response.isCommitted()) {
            return null;
        }
        if (e instanceof ErrorResponse known) {
            return known(known, request, response);
        }
        // The firewall refuses the names of odd fields only when somebody asks for them
        boolean malformed = e instanceof TypeMismatchException || e instanceof RequestRejectedException;
        HttpStatus status = malformed ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.error("A request failed", e);
        }
        PlainWords words = PlainWords.of(status.value());
        String slug = status.is5xxServerError() ? "internal" : "malformed";
        return problem(new Problem(status, slug, words.title(), words.detail()), request, response);
    }

    /** What Spring itself refuses: its details are meant for programs, so a page has its own words. */
    private static Object known(ErrorResponse error, HttpServletRequest request, HttpServletResponse response) {
        int status = error.getStatusCode().value();
        if (Answer.isForApi(request)) {
            return Answer.details(error.getBody(), error.getHeaders());
        }
        HttpHeaders headers = error.getHeaders();
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return Answer.page(status, PlainWords.of(status), java.util.List.of());
    }

    private static String title(@Nullable String text) {
        return text == null ? "" : text;
    }
}
