package org.pledgetracker.pledge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FaultLinesTest {

    private static final String TEXT = """
            # a comment
            title: Sample
            consent:
              version: v1
            actions:
              - id: first
                openTo: {partner: open, salaried: closed}
              - id: second
                name: >-
                  Over two
                  lines
            regions: [north, south]
            """;

    private final FaultLines lines = FaultLines.of(TEXT);

    @Test
    void aFaultStandsOnTheLineOfItsField() {
        assertThat(line("title")).hasValue(2);
        assertThat(line("consent.version")).hasValue(4);
        assertThat(line("actions[1].id")).hasValue(8);
        assertThat(line("actions[1].name")).hasValue(9);
        assertThat(line("actions[0].openTo.salaried")).hasValue(7);
        assertThat(line("regions[1]")).hasValue(12);
    }

    @Test
    void whatIsMissingStandsOnTheLineThatItIsMissingFrom() {
        assertThat(line("consent.text")).hasValue(3);
        assertThat(line("actions[0].name")).hasValue(6);
        assertThat(line("actions[1].regions[3]")).hasValue(8);
    }

    @Test
    void whatTheWholeTextLacksStandsNowhere() {
        assertThat(line("summary")).isEmpty();
        assertThat(line("")).isEmpty();
    }

    @Test
    void whatCannotBeReadKeepsTheLinesBeforeIt() {
        FaultLines broken = FaultLines.of("title: Sample\nsummary: [\n");

        assertThat(broken.line(new Fault("title", ""))).hasValue(1);
    }

    private OptionalInt line(String path) {
        return lines.line(new Fault(path, "reason"));
    }
}
