package org.pledgetracker.signin.roll;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The member roll: who can ask for a link, by e-mail address. */
public final class Roll implements Members {

    static final Roll EMPTY = new Roll(Map.of());

    private final Map<String, RollMember> byEmail;
    private final Map<String, RollMember> bySubject;

    /** @param byEmail the members by their address as {@link #normal} writes it */
    Roll(Map<String, RollMember> byEmail) {
        this.byEmail = Map.copyOf(byEmail);
        this.bySubject = byEmail.values().stream()
                .collect(Collectors.toUnmodifiableMap(RollMember::subject, Function.identity()));
    }

    @Override
    public Optional<RollMember> bySubject(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** The member with this e-mail address, whatever its case. */
    public Optional<RollMember> byEmail(String email) {
        return Optional.ofNullable(byEmail.get(normal(email)));
    }

    /** All members by address. */
    Map<String, RollMember> byEmail() {
        return byEmail;
    }

    /** How many members there are. */
    public int size() {
        return byEmail.size();
    }

    static String normal(String email) {
        return email.trim().toLowerCase(Locale.ROOT);
    }
}
