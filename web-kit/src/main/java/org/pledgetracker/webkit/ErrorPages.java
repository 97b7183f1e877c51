package org.pledgetracker.webkit;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what fails outside the controllers: refusals of the security filters, and errors of the server itself. */
@Controller
final class ErrorPages implements ErrorController {

    /** A request attribute: the words for this refusal, where the status alone says too little. */
    static final String WORDS = ErrorPages.class.getName() + ".words";

    @RequestMapping("${spring.web.error.path:/error}")
    Object answer(HttpServletRequest request) {
        HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        PlainWords words =
                request.getAttribute(WORDS) instanceof PlainWords given ? given : PlainWords.of(status.value());
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path && Answer.isForApi(path)) {
            Problem problem = new Problem(status, slug(status), words.title(), words.detail());
            return Answer.details(problem.body(), new HttpHeaders());
        }
        return Answer.page(status.value(), words, List.of());
    }

    /** Somebody who opens this page by its address has met no error but an unknown page. */
    private static HttpStatus status(Object attribute) {
        HttpStatus status = attribute instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String slug(HttpStatus status) {
        return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
