package org.pledgetracker.signin.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.signin.roll.Members;
import org.pledgetracker.signin.roll.RollMember;

/**
 * The members of demo mode: gp-00001 to gp-40000, spread over regions and employment types in proportion to the
 * electorate with one locum in ten, a rep for each region, and the organiser. The same electorate gives the same ones.
 */
final class DemoMembers implements Members {

    static final int GPS = 40_000;
    private static final double LOCUMS = 0.1;
    /** Steps of the golden ratio fall evenly over any cells, whatever stretch of members is looked at. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Map<String, RollMember> byName = new LinkedHashMap<>();
    private final Map<String, RollMember> bySubject = new HashMap<>();

    /** How many GPs of one type there are in one region; the electorate knows no locums. */
    record Headcount(String region, String employmentType, int gps) {}

    private record Cell(String region, String employmentType, double weight) {}

    DemoMembers(List<Headcount> electorate) {
        List<Cell> cells = cells(electorate);
        for (int number = 1; number <= GPS; number++) {
            Cell cell = at(cells, number * GOLDEN % 1);
            add(gpName(number), List.of("gp"), List.of(), cell);
        }
        for (String region : regions(electorate)) {
            add("rep-" + region, List.of("rep"), List.of(region), null);
        }
        add("organiser", List.of("organiser"), List.of(), null);
    }

    @Override
    public Optional<RollMember> bySubject(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** The member with this name, such as gp-00001, rep-wales or organiser. */
    Optional<RollMember> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A few of them by name: a GP of every region, of all types in turn; all reps; the organiser. */
    Map<String, RollMember> samples() {
        Map<String, RollMember> samples = new LinkedHashMap<>();
        Set<String> seen = new TreeSet<>();
        List<String> types = List.of("partner", "salaried", "locum");
        byName.forEach((name, member) -> {
            boolean next = types.get(seen.size() % types.size()).equals(member.employmentType());
            if (member.region() == null || (next && seen.add(member.region()))) {
                samples.put(name, member);
            }
        });
        return samples;
    }

    static String gpName(int number) {
        return "gp-%05d".formatted(number);
    }

    private void add(String name, List<String> roles, List<String> regions, @Nullable Cell cell) {
        RollMember member = new RollMember(
                RollMember.subjectOf(name),
                roles,
                regions,
                cell == null ? null : cell.region(),
                cell == null ? null : cell.employmentType());
        byName.put(name, member);
        bySubject.put(member.subject(), member);
    }

    private static Set<String> regions(List<Headcount> electorate) {
        Set<String> regions = new LinkedHashSet<>();
        electorate.forEach(headcount -> regions.add(headcount.region()));
        return regions;
    }

    private static List<Cell> cells(List<Headcount> electorate) {
        List<Cell> cells = new ArrayList<>();
        double all = electorate.stream().mapToInt(Headcount::gps).sum();
        for (String region : regions(electorate)) {
            double here = 0;
            for (Headcount headcount : electorate) {
                if (headcount.region().equals(region)) {
                    here += headcount.gps();
                    cells.add(new Cell(region, headcount.employmentType(), headcount.gps() / all * (1 - LOCUMS)));
                }
            }
            cells.add(new Cell(region, "locum", here / all * LOCUMS));
        }
        return cells;
    }

    private static Cell at(List<Cell> cells, double position) {
        double passed = 0;
        for (Cell cell : cells) {
            passed += cell.weight();
            if (position < passed) {
                return cell;
            }
        }
        return cells.getLast();
    }
}
