package org.pledgetracker.webkit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class BoundedSessionsTest {

    private final BoundedSessions sessions = new BoundedSessions(3, Duration.ofMinutes(30));

    @Test
    void theOldestVisitorGivesWay() {
        MockHttpSession first = visit();
        MockHttpSession second = visit();
        visit();
        visit();
        assertThat(first.isInvalid()).isTrue();
        assertThat(second.isInvalid()).isFalse();
        assertThat(sessions.size()).isEqualTo(3);
    }

    @Test
    void visitorsPushOutNobodyWhoHasSignedIn() {
        MockHttpSession member = signedIn(visit());
        for (int visitor = 0; visitor < 100; visitor++) {
            visit();
        }
        assertThat(member.isInvalid()).isFalse();
        assertThat(sessions.size()).isEqualTo(3);
    }

    @Test
    void whereAllHaveSignedInAVisitorHasToWait() {
        MockHttpSession[] members = {signedIn(visit()), signedIn(visit()), signedIn(visit())};
        assertThat(visit().isInvalid()).isTrue();
        assertThat(members).noneMatch(MockHttpSession::isInvalid);
    }

    @Test
    void aVisitEndsSoonerThanTheSessionOfAMember() {
        HttpSession visitor = visit();
        assertThat(visitor.getMaxInactiveInterval()).isEqualTo(20 * 60);
        assertThat(signedIn(visit()).getMaxInactiveInterval()).isEqualTo(30 * 60);
    }

    @Test
    void aSessionThatHasEndedTakesNoPlace() {
        MockHttpSession member = signedIn(visit());
        sessions.sessionDestroyed(new HttpSessionEvent(member));
        sessions.sessionDestroyed(new HttpSessionEvent(visit()));
        assertThat(sessions.size()).isZero();
    }

    private MockHttpSession visit() {
        MockHttpSession session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    private MockHttpSession signedIn(MockHttpSession session) {
        String old = session.getId();
        session.changeSessionId();
        sessions.sessionIdChanged(new HttpSessionEvent(session), old);
        return session;
    }
}
