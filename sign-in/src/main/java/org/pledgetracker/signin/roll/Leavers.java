package org.pledgetracker.signin.roll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pledgetracker.signin.data.DataFile;
import org.pledgetracker.webkit.CannotStart;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The GPs who have left, kept in the data folder until what they pledged is erased. */
public final class Leavers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private volatile List<Leaver> all;

    /** @throws CannotStart if the list cannot be read: forgetting it would erase nobody */
    Leavers(Path data) {
        this.file = data.resolve("leavers.json");
        this.all = read();
    }

    /** Everybody whose time is over. */
    public List<Leaver> due(Instant now) {
        return all.stream().filter(leaver -> leaver.isDue(now)).toList();
    }

    /** Forgets this one, of whom nothing is left elsewhere. */
    public synchronized void forget(Leaver leaver) throws IOException {
        replace(all.stream().filter(other -> !other.equals(leaver)).toList());
    }

    List<Leaver> all() {
        return all;
    }

    Optional<Leaver> find(Predicate<Leaver> which, Instant now) {
        return all.stream()
                .filter(leaver -> which.test(leaver) && !leaver.isDue(now))
                .findFirst();
    }

    /** Keeps what follows from a roll, before that roll itself is kept. */
    synchronized void follow(Roll last, Roll now, Instant at) throws IOException {
        replace(RollChange.leavers(all, last, now, at));
    }

    private void replace(List<Leaver> leavers) throws IOException {
        if (!leavers.equals(all)) {
            DataFile.replace(file, JSON.writeValueAsString(leavers));
            all = List.copyOf(leavers);
        }
    }

    private List<Leaver> read() {
        try {
            return Files.exists(file)
                    ? List.copyOf(JSON.readValue(Files.readString(file), new TypeReference<List<Leaver>>() {}))
                    : List.of();
        } catch (IOException | JacksonException e) {
            throw new CannotStart(
                    file + " cannot be read: " + e.getClass().getSimpleName() + ".",
                    "Restore it from a backup: it says whose pledges are still to be erased.");
        }
    }
}
