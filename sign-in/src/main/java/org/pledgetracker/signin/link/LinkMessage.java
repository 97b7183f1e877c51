package org.pledgetracker.signin.link;

import org.springframework.mail.SimpleMailMessage;

/**
 * The words of the mail. They say nothing of what is signed in to, since mail may be read by others. The address is
 * that of the settings, never the one that a browser asked under.
 */
final class LinkMessage {

    private static final int HALF = 4;

    private final String from;
    private final String address;

    /**
     * Mails of this sender.
     *
     * @param address the public address of sign-in
     */
    LinkMessage(String from, String address) {
        this.from = from;
        this.address = address;
    }

    /** A mail with this link and this code. */
    SimpleMailMessage to(String email, String token, String code) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(email);
        message.setSubject("Your sign-in link");
        message.setText("""
                Somebody, probably you, asked for a link to sign in. Open it within 15 minutes:

                %s/sign-in/link/%s

                Or type this code on the page that you asked from:

                %s %s

                Either works once. Give neither to anybody, whoever asks for it. If you did not ask for it, do
                nothing: nobody is signed in without it.

                Mail to a work address may be read by your employer. If this is one, ask for your address to be
                changed to a personal one.
                """.formatted(address, token, code.substring(0, HALF), code.substring(HALF)));
        return message;
    }
}
