package org.pledgetracker.signin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pledgetracker.signin.demo.DemoMembers.Headcount;
import org.pledgetracker.signin.roll.RollMember;

class DemoMembersTest {

    private static final List<Headcount> ELECTORATE = List.of(
            new Headcount("wales", "partner", 1500),
            new Headcount("wales", "salaried", 500),
            new Headcount("london", "partner", 2500),
            new Headcount("london", "salaried", 3500));

    private final DemoMembers members = new DemoMembers(ELECTORATE);

    @Test
    void gpsFollowTheElectorateWithOneLocumInTen() {
        assertThat(share(gp -> "locum".equals(gp.employmentType()))).isCloseTo(0.1, within(0.002));
        assertThat(share(gp -> "wales".equals(gp.region()))).isCloseTo(0.25, within(0.002));
        assertThat(share(gp -> "london".equals(gp.region()) && "salaried".equals(gp.employmentType())))
                .isCloseTo(0.9 * 3500 / 8000, within(0.002));
    }

    @Test
    void noCellHasMoreMembersThanTheElectorateHasWhereThatIsLargeEnough() {
        assertThat(share(gp -> "wales".equals(gp.region()) && "salaried".equals(gp.employmentType())))
                .isCloseTo(0.9 * 500 / 8000, within(0.002));
    }

    @Test
    void theSameElectorateGivesTheSameMembers() {
        DemoMembers again = new DemoMembers(ELECTORATE);
        IntStream.rangeClosed(1, 100)
                .mapToObj(DemoMembers::gpName)
                .forEach(name -> assertThat(again.named(name)).isEqualTo(members.named(name)));
    }

    @Test
    void thereIsARepForEachRegionAndOneOrganiser() {
        assertThat(members.named("rep-wales")).hasValueSatisfying(rep -> {
            assertThat(rep.roles()).containsExactly("rep");
            assertThat(rep.regions()).containsExactly("wales");
        });
        assertThat(members.named("organiser").orElseThrow().roles()).containsExactly("organiser");
        assertThat(members.named("gp-40001")).isEmpty();
        assertThat(members.named("rep-atlantis")).isEmpty();
    }

    @Test
    void aMemberIsFoundAgainByTheirSubject() {
        RollMember gp = members.named("gp-00001").orElseThrow();
        assertThat(members.bySubject(gp.subject())).contains(gp);
    }

    @Test
    void theSamplesHaveAGpOfEachRegionAllRepsAndTheOrganiser() {
        assertThat(members.samples().keySet())
                .contains("rep-wales", "rep-london", "organiser")
                .filteredOn(name -> name.startsWith("gp-"))
                .hasSize(2);
    }

    private double share(Predicate<RollMember> counted) {
        long hits = IntStream.rangeClosed(1, DemoMembers.GPS)
                .mapToObj(number -> members.named(DemoMembers.gpName(number)).orElseThrow())
                .filter(counted)
                .count();
        return (double) hits / DemoMembers.GPS;
    }
}
