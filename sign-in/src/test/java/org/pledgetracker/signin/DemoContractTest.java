package org.pledgetracker.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.Caller;
import org.pledgetracker.webkit.contract.Session;
import org.pledgetracker.webkit.contract.WebContract;
import org.springframework.context.ApplicationContext;

class DemoContractTest extends WebContract {

    private static final Map<Caller, String> NAMES = Map.of(
            Caller.GP, "gp-00001",
            Caller.REP, "rep-london",
            Caller.OTHER_REP, "rep-wales",
            Caller.ORGANISER, "organiser");

    private final TestTokens strangers = TestTokens.start();
    private final Running signIn;

    DemoContractTest(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("electorate.csv"),
                "region,name,partner,salaried,locum\nwales,Wales,9,9,\nlondon,London,9,9,\n");
        signIn = Running.start(
                "--pledge-tracker.demo=true",
                "--pledge-tracker.campaigns=" + folder,
                "--pledge-tracker.data=" + folder,
                "--pledge-tracker.limits.address=none",
                "--pledge-tracker.limits.member-reads=none",
                "--pledge-tracker.limits.member-writes=none");
    }

    @AfterAll
    void stop() {
        signIn.close();
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
    protected String visited() {
        return "/sign-in";
    }

    @Override
    protected void signIn(Session session, Caller caller) {
        session.post("/sign-in", "username=" + NAMES.get(caller));
        session.open("/sign-in");
    }

    @Override
    protected Set<String> withoutCsrf() {
        return Set.of(
                "/demo/token",
                "/oauth2/authorize",
                "/oauth2/token",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/userinfo",
                "/connect/logout");
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of();
    }
}
