package org.pledgetracker.signin.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;
import java.util.UUID;
import org.pledgetracker.webkit.CannotStart;

/** The keys that tokens are signed with: made once, then kept in a file that only its owner may read. */
final class SigningKeys {

    private static final int BITS = 2048;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    /** @param data the folder that keeps them */
    SigningKeys(Path data) {
        this.file = data.resolve("sign-in-keys.json");
    }

    /** @throws CannotStart if they can be neither read nor made */
    JWKSet load() {
        try {
            return Files.exists(file) ? JWKSet.parse(Files.readString(file)) : make();
        } catch (ParseException e) {
            throw new CannotStart(
                    file + " holds no signing keys.",
                    "Restore it from a backup; or delete it, and all members sign in again.");
        } catch (IOException e) {
            throw new CannotStart(
                    "The signing keys in " + file + " cannot be read or written: "
                            + e.getClass().getSimpleName() + ".",
                    "Set pledge-tracker.data to a folder that this service may write.");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWKSet make() throws IOException, JOSEException {
        JWKSet keys = new JWKSet(new RSAKeyGenerator(BITS)
                .keyID(UUID.randomUUID().toString())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "sign-in-keys", ".new", OWNER_ONLY);
        Files.writeString(written, keys.toString(false));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return keys;
    }
}
