package org.pledgetracker.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void takesTheUsualFoldersAndPortsUnlessToldOtherwise() {
        Options options = Options.parse(List.of());

        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.campaigns()).isEqualTo(Path.of("campaigns").toAbsolutePath());
        assertThat(options.ports()).isEqualTo(Ports.USUAL);
    }

    @Test
    void theLastOfAnOptionWins() {
        Options options = Options.parse(List.of("--data", "/a", "--data", "/b", "--ports", "20000"));

        assertThat(options.data()).isEqualTo(Path.of("/b"));
        assertThat(options.ports()).isEqualTo(new Ports(20000, 20001, 20002, 20003, 20004, 20005));
    }

    @Test
    void mailGoesToThePageUnlessAMailServerIsNamed() {
        assertThat(Options.parse(List.of()).mailPort()).isEmpty();
        assertThat(Options.parse(List.of("--mail-port", "1025")).mailPort()).contains(1025);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "0", "65536", "-1", ""})
    void refusesWhatIsNoPortOfAMailServer(String port) {
        assertThatThrownBy(() -> Options.parse(List.of("--mail-port", port)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose a number from 1 to 65535");
    }

    @Test
    void refusesAnOptionThatThereIsNot() {
        assertThatThrownBy(() -> Options.parse(List.of("--prot", "1")))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no option '--prot': --help lists them.");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> Options.parse(List.of("--data")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--data needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "80", "65531", "-1", ""})
    void refusesWhatIsNoPort(String first) {
        assertThatThrownBy(() -> Options.parse(List.of("--ports", first)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose a number from 1024 to 65530");
    }
}
