package org.pledgetracker.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UrlPathHelper;

/** Puts a problem into the shape that its caller reads: problem details under /api, a page elsewhere. */
final class Answer {

    private static final String API = "/api/";

    private Answer() {}

    static boolean isForApi(HttpServletRequest request) {
        return isForApi(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
    }

    static boolean isForApi(String path) {
        return path.startsWith(API) || path.equals("/api");
    }

    static ResponseEntity<ProblemDetail> details(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .cacheControl(org.springframework.http.CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ModelAndView page(int status, PlainWords words, List<?> faults) {
        ModelAndView page = new ModelAndView(
                "web-kit/problem",
                Map.of("kind", words.kind(), "title", words.title(), "detail", words.detail(), "faults", faults));
        page.setStatus(org.springframework.http.HttpStatus.valueOf(status));
        return page;
    }
}
