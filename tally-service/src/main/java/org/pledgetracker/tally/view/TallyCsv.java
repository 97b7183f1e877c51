package org.pledgetracker.tally.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tallies as a table with one line for each cell and each sum; "all" stands for what was summed over. */
final class TallyCsv {

    private static final String HEAD =
            "action,region,employment_type,open,pledged,firm,in_force,electorate,disclosure,electorate_source,"
                    + "electorate_as_of\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private final String provenance;

    private TallyCsv(String provenance) {
        this.provenance = provenance;
    }

    static String of(Tallies tallies) {
        String source = tallies.electorateSource();
        String asOf = tallies.electorateAsOf().toString();
        TallyCsv csv = new TallyCsv(field(source) + "," + field(asOf) + "\r\n");
        return tallies.actions().stream().map(csv::lines).collect(Collectors.joining("", HEAD, ""));
    }

    private String lines(Tallies.OfAction action) {
        String total = line(action.action(), "all", "all", "", action.total());
        return action.regions().stream()
                .map(region -> lines(action.action(), region))
                .collect(Collectors.joining("", total, ""));
    }

    private String lines(String action, Tallies.OfRegion region) {
        String total = line(action, region.region(), "all", "", region.counts());
        return region.cells().stream()
                .map(cell -> line(
                        action,
                        region.region(),
                        cell.employmentType().wireName(),
                        cell.open() ? "yes" : "no",
                        cell.counts()))
                .collect(Collectors.joining("", total, ""));
    }

    private String line(String action, String region, String type, String open, Counts counts) {
        return Stream.of(
                        action,
                        region,
                        type,
                        open,
                        text(counts.pledged()),
                        text(counts.firm()),
                        text(counts.inForce()),
                        text(counts.electorate()),
                        counts.disclosure())
                .map(TallyCsv::field)
                .collect(Collectors.joining(",", "", "," + provenance));
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }

    /** Ids hold no commas or quotes today; a definition that brings some must not shift the columns. */
    private static String field(String text) {
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            // a spreadsheet would work it out
            return field("'" + text);
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
