package org.pledgetracker.pledge.pledging;

/**
 * Why a submission is refused.
 *
 * @param field for instance {@code pledges[2].onlyIf}
 * @param message what is wrong and what to do, for the GP
 */
public record FieldFault(String field, String message) {}
