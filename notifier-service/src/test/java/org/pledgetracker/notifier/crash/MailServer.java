package org.pledgetracker.notifier.crash;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.pledgetracker.webkit.FreePort;

/** A mail server that can be taken down and keeps, as addressee and Message-ID, what it took before. */
final class MailServer implements AutoCloseable {

    private final ServerSetup setup;
    private final List<String> taken = new ArrayList<>();
    private GreenMail mail;

    MailServer() {
        setup = new ServerSetup(FreePort.find(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        mail = new GreenMail(setup);
        mail.start();
    }

    int port() {
        return setup.getPort();
    }

    synchronized void down() {
        stop();
    }

    synchronized void up() {
        mail = new GreenMail(setup);
        mail.start();
    }

    /** One entry for each mail that was ever taken: the same mail taken twice stands twice. */
    synchronized List<String> taken() {
        stop();
        up();
        return List.copyOf(taken);
    }

    @Override
    public synchronized void close() {
        mail.stop();
    }

    /** What it took until the very end is read from the store that it had, since a stopped server has another one. */
    private void stop() {
        Managers until = mail.getManagers();
        mail.stop();
        try {
            for (StoredMessage stored : until.getImapHostManager().getAllMessages()) {
                MimeMessage message = stored.getMimeMessage();
                taken.add(message.getAllRecipients()[0] + " " + message.getMessageID());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
