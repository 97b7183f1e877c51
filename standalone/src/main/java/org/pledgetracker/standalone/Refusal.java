package org.pledgetracker.standalone;

/** Why the system does not start, in a sentence for the person who started it. */
final class Refusal extends RuntimeException {

    Refusal(String sentence) {
        super(sentence);
    }
}
