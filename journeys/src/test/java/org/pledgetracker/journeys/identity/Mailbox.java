package org.pledgetracker.journeys.identity;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A mail server that takes the mails to everyone. */
public final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/sign-in/link/[A-Za-z0-9_-]+");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    /** Starts it on a port of its own. */
    public Mailbox() {
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** The link in the mail to this address; waits for one. */
    public String newestLinkTo(String email) {
        return Awaitility.await("a mail with a link")
                .atMost(Duration.ofSeconds(30))
                .until(() -> linkTo(email), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> linkTo(String email) throws MessagingException, IOException {
        for (MimeMessage message : List.of(server.getReceivedMessages()).reversed()) {
            boolean theirs = Stream.of(message.getAllRecipients())
                    .anyMatch(to -> to instanceof InternetAddress address
                            && address.getAddress().equalsIgnoreCase(email));
            Matcher link = LINK.matcher(String.valueOf(message.getContent()));
            if (theirs && link.find()) {
                return Optional.of(link.group());
            }
        }
        return Optional.empty();
    }

    /** Writes all mails into this folder, as they came. */
    void keep(Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (MimeMessage message : server.getReceivedMessages()) {
            Files.writeString(folder.resolve("mail-" + number++ + ".eml"), GreenMailUtil.getWholeMessage(message));
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
