package org.pledgetracker.pledge.campaign.organising;

/** The version that a form was made from. */
final class FormVersion {

    private static final int NO_SUCH = -1;

    private FormVersion() {}

    /** A number that is no version's where the form does not say. */
    static int of(String field) {
        return field.matches("[1-9]\\d{0,8}") ? Integer.parseInt(field) : NO_SUCH;
    }
}
