package org.pledgetracker.standalone;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A mail server on this machine that sends nothing on, so that a newcomer can read the mail that members would get. */
final class Mailbox implements AutoCloseable {

    private static final int MOST = 100;

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    /**
     * A mail that came.
     *
     * @param lines of its text
     */
    record Mail(String to, String subject, String sentAt, List<Line> lines) {}

    /**
     * A line of text.
     *
     * @param link what follows the text, if it is an address; else empty
     */
    record Line(String text, String link) {

        static Line of(String line) {
            int at = line.indexOf("http");
            return at < 0
                    ? new Line(line, "")
                    : new Line(line.substring(0, at), line.substring(at).strip());
        }
    }

    /** Starts it on a port that is free. */
    static Mailbox start() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mailbox(server);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** The latest mails, the newest first. */
    List<Mail> mails() {
        return Stream.of(server.getReceivedMessages()).toList().reversed().stream()
                .limit(MOST)
                .map(Mailbox::mail)
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    GreenMailUtil.getAddressList(message.getAllRecipients()),
                    message.getSubject(),
                    Objects.toString(message.getHeader("Date", null), ""),
                    text(message).lines().map(Line::of).toList());
        } catch (MessagingException | IOException e) {
            return new Mail("", "A mail that cannot be read", "", List.of());
        }
    }

    /** The first plain text in it. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart body = parts.getBodyPart(i);
                texts.add(text(body));
            }
            return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
        }
        return "";
    }
}
