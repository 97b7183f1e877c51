package org.pledgetracker.signin;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.Caller;
import org.pledgetracker.webkit.contract.Session;
import org.pledgetracker.webkit.contract.WebContract;
import org.springframework.context.ApplicationContext;

class LinkContractIT extends WebContract {

    private static final Pattern LINK = Pattern.compile("/sign-in/link/[A-Za-z0-9_-]+");
    private static final long PATIENCE_MILLIS = 10_000;

    private final TestTokens strangers = TestTokens.start();
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Running signIn;

    LinkContractIT(@TempDir Path folder) throws IOException {
        mail.start();
        Files.writeString(folder.resolve("roll.csv"), """
            member_id,name,email,gmc_number,roles,region,employment_type,regions
            m-1,Ada,gp@example.org,,gp,london,partner,
            m-2,Ben,rep@example.org,,rep,,,london
            m-3,Cal,other-rep@example.org,,rep,,,wales
            m-4,Dee,organiser@example.org,,organiser,,,
            """);
        signIn = Running.start(
                "--pledge-tracker.roll=" + folder.resolve("roll.csv"),
                "--pledge-tracker.data=" + folder,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--pledge-tracker.limits.address=none",
                "--pledge-tracker.limits.member-reads=none",
                "--pledge-tracker.limits.member-writes=none",
                "--pledge-tracker.limits.sign-in-address=none",
                "--pledge-tracker.limits.sign-in-email=none");
    }

    @AfterAll
    void stop() {
        signIn.close();
        mail.stop();
        strangers.close();
    }

    @Override
    protected ApplicationContext service() {
        return signIn.context();
    }

    @Override
    protected TestTokens tokens() {
        return strangers;
    }

    @Override
    protected boolean takesTokens() {
        return false;
    }

    @Override
    protected String access() {
        return "access-by-link.txt";
    }

    @Override
    protected String visited() {
        return "/sign-in";
    }

    @Override
    protected void signIn(Session session, Caller caller) {
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
        session.post("/sign-in", "email=" + caller.title() + "@example.org");
        if (!mail.waitForIncomingEmail(PATIENCE_MILLIS, 1)) {
            throw new AssertionError("no link came");
        }
        Matcher link = LINK.matcher(GreenMailUtil.getBody(mail.getReceivedMessages()[0]));
        if (!link.find()) {
            throw new AssertionError("no link in the mail");
        }
        session.open(link.group());
        session.post(link.group(), "");
        session.open("/sign-in");
    }

    @Override
    protected Set<String> withoutCsrf() {
        return Set.of(
                "/oauth2/authorize",
                "/oauth2/token",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/userinfo",
                "/connect/logout");
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of("token", "no-such-token");
    }
}
