package org.pledgetracker.webkit;

/**
 * A refusal as a page says it: what happened, and what to do.
 *
 * @param kind what the messages have it under, in the reader's language
 */
record PlainWords(String kind, String title, String detail) {

    static PlainWords of(int status) {
        return switch (status) {
            case 401 -> new PlainWords("unauthorized", "You are not signed in", "Sign in and try again.");
            case 403 ->
                new PlainWords(
                        "forbidden",
                        "You cannot open this page",
                        "Your role does not include it. If you think it should, ask your organiser.");
            case 404, 410 ->
                new PlainWords("not-found", "Page not found", "Check the address, or start again from the first page.");
            case 405 ->
                new PlainWords("method-not-allowed", "That cannot be done here", "Start again from the first page.");
            case 413 -> new PlainWords("too-large", "That is too much at once", "Send less, and try again.");
            case 429 -> new PlainWords("too-many-requests", "Too many requests", "Wait a minute, then try again.");
            case 503 -> new PlainWords("unavailable", "Not available just now", "Wait a few seconds, then try again.");
            default ->
                status >= 500
                        ? new PlainWords(
                                "internal",
                                "Something went wrong here",
                                "It is not your doing. Wait a few seconds, then look again before you repeat anything.")
                        : new PlainWords(
                                "malformed",
                                "That request was not understood",
                                "Go back, check what you entered, and try again.");
        };
    }
}
