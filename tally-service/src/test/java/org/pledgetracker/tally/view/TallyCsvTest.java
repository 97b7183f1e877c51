package org.pledgetracker.tally.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(0)|'=HYPERLINK(0)",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "a, \"b\"|\"a, \"\"b\"\"\"",
                "=1,2|\"'=1,2\"",
                "NHS Digital|NHS Digital"
            })
    void noFieldIsWorkedOutByASpreadsheet(String source, String field) {
        assertThat(TallyCsv.of(tallies(source)).lines().toList().getLast())
                .isEqualTo("close-day,all,all,,15,,,60,released," + field + ",2026-01-01");
    }

    @Test
    void everyDenominatorSaysWhereItIsFrom() {
        assertThat(TallyCsv.of(tallies("a count")).lines().findFirst().orElse(""))
                .endsWith("electorate,disclosure,electorate_source,electorate_as_of");
    }

    private static Tallies tallies(String source) {
        Counts counts = new Counts(15, null, null, 60L, "released");
        return new Tallies(
                "c",
                1,
                null,
                source,
                LocalDate.of(2026, 1, 1),
                List.of(new Tallies.OfAction("close-day", counts, List.of())));
    }
}
