package org.pledgetracker.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;

/** Folders for what runs in tests, where JUnit's own do not live as long as it: they are gone when the JVM ends. */
public final class ScratchFolder {

    private ScratchFolder() {}

    /** An empty folder, which is deleted with all that is in it then. */
    public static Path create(String name) {
        try {
            Path folder = Files.createTempDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes it with all that is in it. */
    static void delete(Path folder) {
        try {
            Utils.delete(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("a folder of tests stays behind: " + folder, e);
        }
    }
}
