package org.pledgetracker.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void aSecondCopyOnTheSameFolderIsRefused() throws IOException {
        try (DataFolder first = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(first.path()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Another copy already uses " + folder);
        }
        DataFolder.take(folder).close();
    }

    @Test
    void secretsAreMadeOnceAndForTheOwnerAlone() throws IOException {
        String masterKey;
        try (DataFolder data = DataFolder.take(folder)) {
            masterKey = data.secret("master-key");
            assertThat(masterKey).hasSize(44).isNotEqualTo(data.secret("tally-service"));
        }
        try (DataFolder again = DataFolder.take(folder)) {
            assertThat(again.secret("master-key")).isEqualTo(masterKey);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose another with --data");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Ports ports = new Ports(port, port, port, port, port, port);

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + port + ", which pledge-service needs, is in use");
        }
    }
}
