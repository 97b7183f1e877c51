package org.pledgetracker.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The folder that keeps everything; one copy of the system at a time may use it. */
final class DataFolder implements AutoCloseable {

    private static final List<String> SECRETS =
            List.of("master-key", "notifier-master-key", "pledge-service", "tally-service", "notifier-service");

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Takes the folder, and makes it where there is none.
     *
     * @throws Refusal if another copy has it, or it cannot be written
     */
    static DataFolder take(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(
                    folder.resolve("DEMO"),
                    "This folder belongs to a demonstration: anyone on this machine could sign in as anyone.\n");
            FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new Refusal(
                        "Another copy already uses " + folder + ": stop it, or choose another folder with --data.");
            }
            return new DataFolder(folder, file, lock);
        } catch (IOException e) {
            throw new Refusal("The data folder " + folder + " cannot be used (" + e + "): choose another with --data.");
        }
    }

    Path path() {
        return folder;
    }

    /** A secret that was made up when the folder was, kept for its owner's eyes only. */
    String secret(String name) {
        return secrets().getProperty(name);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Properties secrets() {
        Path file = folder.resolve("secrets.properties");
        Properties secrets = new Properties();
        try {
            if (Files.exists(file)) {
                secrets.load(new StringReader(Files.readString(file)));
            }
            if (!secrets.stringPropertyNames().containsAll(SECRETS)) {
                SECRETS.forEach(name -> secrets.computeIfAbsent(name, _ -> randomSecret()));
                write(file, secrets);
            }
            return secrets;
        } catch (IOException e) {
            throw new Refusal("The secrets in " + file + " cannot be read or written: " + e);
        }
    }

    /** Written beside and moved, so that a crash leaves either no file or a whole one. */
    private static void write(Path file, Properties secrets) throws IOException {
        StringWriter text = new StringWriter();
        secrets.store(text, "Losing the master key loses every pledge");
        Path draft = Files.createTempFile(file.getParent(), "secrets", ".tmp");
        Files.writeString(draft, text.toString());
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String randomSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
