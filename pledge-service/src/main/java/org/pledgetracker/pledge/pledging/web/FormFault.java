package org.pledgetracker.pledge.pledging.web;

/**
 * What is wrong with an answer on the form.
 *
 * @param field the group of answers: region, employmentType, actions, condition or consent
 * @param anchor the id of the element that the error summary leads to
 */
record FormFault(String field, String anchor, String message) {

    /** Whether it is an answer to the questions that come first. */
    boolean isAboutTheGp() {
        return field.equals("region") || field.equals("employmentType");
    }
}
