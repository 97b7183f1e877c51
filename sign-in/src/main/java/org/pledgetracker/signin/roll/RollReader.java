package org.pledgetracker.signin.roll;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a roll from CSV. Names and GMC numbers are checked and then forgotten: signing in needs neither. */
public final class RollReader {

    private static final List<String> COLUMNS =
            List.of("member_id", "name", "email", "gmc_number", "roles", "region", "employment_type", "regions");
    private static final Set<String> ROLES = Set.of("gp", "rep", "organiser");
    private static final Set<String> TYPES = Set.of("partner", "salaried", "locum");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern GMC_NUMBER = Pattern.compile("\\d{7}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Map<String, RollMember> byEmail = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> gmcNumbers = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private RollReader() {}

    /**
     * The roll in this text.
     *
     * @throws RollFaults if anything in it is wrong: nothing of it is used then
     */
    public static Roll read(Reader text) throws IOException, RollFaults {
        RollReader reader = new RollReader();
        reader.readAll(text);
        if (reader.faults.isEmpty() && reader.byEmail.isEmpty()) {
            reader.faults.add("line 2: there is no member on the roll");
        }
        if (!reader.faults.isEmpty()) {
            throw new RollFaults(reader.faults);
        }
        return new Roll(reader.byEmail);
    }

    private void readAll(Reader text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser rows = CSVParser.parse(text, format)) {
            if (!rows.getHeaderNames().equals(COLUMNS)) {
                faults.add("line 1: the columns must be " + String.join(",", COLUMNS));
                return;
            }
            for (CSVRecord row : rows) {
                read(row, rows.getCurrentLineNumber());
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            faults.add("the file is not valid CSV: " + e.getMessage());
        }
    }

    private void read(CSVRecord row, long line) {
        if (!row.isConsistent()) {
            fault(line, "has " + row.size() + " fields, not " + COLUMNS.size());
            return;
        }
        int before = faults.size();
        String id = row.get("member_id");
        String email = Roll.normal(row.get("email"));
        List<String> roles = words(row.get("roles"));
        List<String> regions = words(row.get("regions"));
        String region = textOrNull(row.get("region"));
        String type = textOrNull(row.get("employment_type"));
        checkIdentity(line, id, email, row.get("gmc_number"));
        checkRoles(line, roles, regions, region, type);
        if (faults.size() == before) {
            byEmail.put(email, new RollMember(RollMember.subjectOf(id), roles, regions, region, type));
        }
    }

    private void checkIdentity(long line, String id, String email, String gmcNumber) {
        check(line, !id.isEmpty(), "has no member_id");
        check(line, id.isEmpty() || ids.add(id), "repeats the member_id of an earlier line");
        check(line, EMAIL.matcher(email).matches(), "has no valid email");
        check(line, !byEmail.containsKey(email), "repeats the email of an earlier line");
        check(line, gmcNumber.isEmpty() || GMC_NUMBER.matcher(gmcNumber).matches(), "gmc_number is not 7 digits");
        check(line, gmcNumber.isEmpty() || gmcNumbers.add(gmcNumber), "repeats the gmc_number of an earlier line");
    }

    private void checkRoles(
            long line, List<String> roles, List<String> regions, @Nullable String region, @Nullable String type) {
        check(line, !roles.isEmpty(), "has no roles: use gp, rep or organiser, separated by spaces");
        check(line, ROLES.containsAll(roles), "has an unknown role: use gp, rep or organiser");
        check(line, !roles.contains("rep") || !regions.isEmpty(), "is a rep without regions");
        check(line, region == null || REGION.matcher(region).matches(), "region is not an id such as north-west");
        check(
                line,
                regions.stream().allMatch(r -> REGION.matcher(r).matches()),
                "regions are not ids such as north-west");
        check(line, type == null || TYPES.contains(type), "employment_type is not partner, salaried or locum");
    }

    private void check(long line, boolean good, String fault) {
        if (!good) {
            fault(line, fault);
        }
    }

    private void fault(long line, String fault) {
        faults.add("line " + line + ": " + fault);
    }

    private static List<String> words(String field) {
        return field.isBlank() ? List.of() : List.of(field.trim().split("\\s+", -1));
    }

    private static @Nullable String textOrNull(String field) {
        return field.isBlank() ? null : field;
    }
}
