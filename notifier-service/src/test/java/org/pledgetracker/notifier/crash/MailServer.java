package org.pledgetracker.notifier.crash;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A mail server that can be taken down and keeps, as addressee and Message-ID, what it took before. */
final class MailServer implements AutoCloseable {

    private final ServerSetup setup;
    private final List<String> taken = new ArrayList<>();
    private GreenMail mail;

    MailServer() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            setup = new ServerSetup(socket.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        }
        mail = new GreenMail(setup);
        mail.start();
    }

    int port() {
        return setup.getPort();
    }

    synchronized void down() {
        note();
        mail.stop();
    }

    synchronized void up() {
        mail = new GreenMail(setup);
        mail.start();
    }

    /** One entry for each mail that was ever taken: the same mail taken twice stands twice. */
    synchronized List<String> taken() {
        note();
        return List.copyOf(taken);
    }

    @Override
    public synchronized void close() {
        mail.stop();
    }

    private void note() {
        try {
            for (MimeMessage message : mail.getReceivedMessages()) {
                taken.add(message.getAllRecipients()[0] + " " + message.getMessageID());
            }
            mail.purgeEmailFromAllMailboxes();
        } catch (MessagingException | com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
