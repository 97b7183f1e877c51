package org.pledgetracker.pledge.pledging;

/**
 * Why a submission is refused.
 *
 * @param field for instance {@code pledges[2].onlyIf}
 * @param kind what pages have their words for it under
 * @param message what is wrong and what to do, for a program that shows it as it is
 */
public record FieldFault(String field, String kind, String message) {}
