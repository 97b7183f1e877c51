package org.pledgetracker.signin.link;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.SimpleMailMessage;

/**
 * The words of the mail. They say nothing of what is signed in to, since mail may be read by others. The address is
 * that of the settings, never the one that a browser asked under.
 */
final class LinkMessage {

    private static final int HALF = 4;

    private final MessageSource words;
    private final String from;
    private final String address;

    /**
     * Mails of this sender.
     *
     * @param address the public address of sign-in
     */
    LinkMessage(MessageSource words, String from, String address) {
        this.words = words;
        this.from = from;
        this.address = address;
    }

    /** A mail with this link and this code, in the language of the page that it was asked on. */
    SimpleMailMessage to(String email, String token, String code, Locale language) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(email);
        message.setSubject(say("subject", language));
        message.setText(String.join(
                "\n\n",
                say("link", language),
                address + "/sign-in/link/" + token,
                say("code", language),
                code.substring(0, HALF) + " " + code.substring(HALF),
                say("once", language),
                say("work", language) + "\n"));
        return message;
    }

    private String say(String what, Locale language) {
        return words.getMessage("mail." + what, null, language);
    }
}
