package org.pledgetracker.notifier.email;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.notifier.delivery.Outcome;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a mail server's refusal means. What it says may hold the address, so none of it is passed on. */
final class MailFailure {

    private MailFailure() {}

    static Outcome outcome(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new Outcome.Failed("the mail server does not know this service");
        }
        // one with a cause of its own did not come as far as the message
        if (failure instanceof MailSendException send
                && send.getCause() == null
                && send.getMessageExceptions().length > 0) {
            return isRefusedForGood(send.getMessageExceptions()[0])
                    ? new Outcome.Refused("the mail server says that there is no such address")
                    : new Outcome.Failed("the mail server did not take it");
        }
        return new Outcome.Failed("the mail server could not be reached");
    }

    /** An address that the server may take later is unsent, not invalid. */
    private static boolean isRefusedForGood(@Nullable Exception failure) {
        Address[] invalid = failure instanceof SendFailedException some ? some.getInvalidAddresses() : null;
        return invalid != null && invalid.length > 0;
    }
}
