package org.pledgetracker.webkit;

/**
 * The form that the switch of languages sends along, so that what was answered on a page is still there in the other language.
 * A page has it as {@code languageForm} in its model; without one the switch is a link.
 *
 * @param id of the form
 * @param action the address that shows the same page again when the form is posted to it
 */
public record LanguageForm(String id, String action) {}
