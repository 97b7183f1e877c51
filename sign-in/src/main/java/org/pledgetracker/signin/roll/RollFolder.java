package org.pledgetracker.signin.roll;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.signin.data.DataFile;

/**
 * The rolls in the data folder: the last good one, which is in force; the next one, which an operator has imported; and
 * what was last taken from the file of the settings, so that a restart never undoes an import.
 */
final class RollFolder {

    private final Path last;
    private final Path next;
    private final Path taken;
    private final @Nullable Path given;

    /** @param given the file of the settings, if there is one */
    RollFolder(Path data, @Nullable Path given) {
        this.last = data.resolve("member-roll.csv");
        this.next = data.resolve("member-roll.next.csv");
        this.taken = data.resolve("member-roll.taken");
        this.given = given;
    }

    /** A roll that waits to be taken over. */
    record Waiting(Path file, String text) {

        Roll read() throws IOException, RollFaults {
            return RollReader.read(new StringReader(text));
        }
    }

    /** The roll in force; none before the first one was taken over. */
    Optional<Roll> last() throws IOException, RollFaults {
        return Files.exists(last)
                ? Optional.of(RollReader.read(new StringReader(Files.readString(last))))
                : Optional.empty();
    }

    /** What the next import is compared with: one that waits comes first. */
    Optional<Roll> latest() throws IOException, RollFaults {
        Optional<Waiting> waiting = waiting();
        return waiting.isPresent() ? Optional.of(waiting.get().read()) : last();
    }

    /** The roll that is to be taken over: an imported one, or a changed file of the settings. */
    Optional<Waiting> waiting() throws IOException {
        if (Files.exists(next)) {
            return Optional.of(new Waiting(next, Files.readString(next)));
        }
        if (given == null) {
            return Optional.empty();
        }
        String text = Files.readString(given);
        boolean known = Files.exists(taken) && Files.readString(taken).equals(digest(text));
        return known ? Optional.empty() : Optional.of(new Waiting(given, text));
    }

    /** Lets a roll wait. */
    void putNext(String text) throws IOException {
        DataFile.replace(next, text);
    }

    /** Makes this the roll in force. */
    void take(Waiting roll) throws IOException {
        DataFile.replace(last, roll.text());
        if (roll.file().equals(next)) {
            Files.delete(next);
        } else {
            DataFile.replace(taken, digest(roll.text()));
        }
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
