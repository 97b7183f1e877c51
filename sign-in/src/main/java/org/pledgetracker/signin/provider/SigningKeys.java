package org.pledgetracker.signin.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;
import org.pledgetracker.signin.data.DataFile;
import org.pledgetracker.webkit.CannotStart;

/** The keys that tokens are signed with: made once, then kept in a file that only its owner may read. */
final class SigningKeys {

    private static final int BITS = 2048;

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
        DataFile.replace(file, keys.toString(false));
        return keys;
    }
}
