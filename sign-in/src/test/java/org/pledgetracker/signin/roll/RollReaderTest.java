package org.pledgetracker.signin.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollReaderTest {

    private static final String COLUMNS = "member_id,name,email,gmc_number,roles,region,employment_type,regions\n";

    @Test
    void aGpIsFoundByTheirAddressWhateverItsCase() throws Exception {
        Roll roll = read("m-1,\"Ada, Dr\",Ada@Example.org,1234567,gp,wales,partner,\n");
        assertThat(roll.byEmail(" ada@example.ORG ")).hasValueSatisfying(member -> {
            assertThat(member.roles()).containsExactly("gp");
            assertThat(member.region()).isEqualTo("wales");
            assertThat(member.employmentType()).isEqualTo("partner");
        });
        assertThat(roll.byEmail("ben@example.org")).isEmpty();
    }

    @Test
    void aMemberMayHaveSeveralRolesAndRegions() throws Exception {
        Roll roll = read("m-1,Dee,dee@example.org,,rep organiser,,,wales north-west\n");
        assertThat(roll.byEmail("dee@example.org")).hasValueSatisfying(member -> {
            assertThat(member.roles()).containsExactly("rep", "organiser");
            assertThat(member.regions()).containsExactly("wales", "north-west");
            assertThat(member.region()).isNull();
        });
    }

    @Test
    void theSubjectIsAlwaysTheSameAndTellsNothing() throws Exception {
        String row = "m-1,Ada Lovelace,ada@example.org,1234567,gp,wales,partner,\n";
        String subject = read(row).byEmail("ada@example.org").orElseThrow().subject();
        assertThat(read(row).bySubject(subject)).isPresent();
        // It is half of every pledger's pseudonym: were it ever to change, all would count twice
        assertThat(subject)
                .isEqualTo(RollMember.subjectOf("m-1"))
                .hasSize(22)
                .doesNotContainIgnoringCase("ada", "m-1", "1234567");
    }

    @Test
    void everyFaultIsNamedByItsLineAndNoneQuotesAPerson() {
        assertThat(faults("""
                        m-1,Ada,ada.example.org,123,gp,wales,partner,
                        m-2,Ben,ben@example.org,,nurse,wales,partner,
                        m-2,Cal,BEN@example.org,,,,boss,
                        m-3,Dee,dee@example.org,,rep,,,
                        m-4,Eve
                        ,Fay,fay@example.org,,gp,North West,locum,
                        """))
                .containsExactly(
                        "line 2: has no valid email",
                        "line 2: gmc_number is not 7 digits",
                        "line 3: has an unknown role: use gp, rep or organiser",
                        "line 4: repeats the member_id of an earlier line",
                        "line 4: has no roles: use gp, rep or organiser, separated by spaces",
                        "line 4: employment_type is not partner, salaried or locum",
                        "line 5: is a rep without regions",
                        "line 6: has 2 fields, not 8",
                        "line 7: has no member_id",
                        "line 7: region is not an id such as north-west");
    }

    @Test
    void anAddressIsOnTheRollOnce() {
        assertThat(faults("m-1,Ada,ada@example.org,,gp,,,\nm-2,Ada,ADA@example.org,,gp,,,\n"))
                .containsExactly("line 3: repeats the email of an earlier line");
    }

    @Test
    void otherColumnsAreRefused() {
        RollFaults refusal = catchThrowableOfType(
                RollFaults.class, () -> RollReader.read(new StringReader("id,email\n1,a@example.org\n")));
        assertThat(refusal.faults()).singleElement().asString().startsWith("line 1: the columns must be member_id,");
    }

    @Test
    void anEmptyRollIsRefused() {
        assertThat(faults("")).containsExactly("line 2: there is no member on the roll");
    }

    private static Roll read(String rows) throws IOException, RollFaults {
        return RollReader.read(new StringReader(COLUMNS + rows));
    }

    private static List<String> faults(String rows) {
        return catchThrowableOfType(RollFaults.class, () -> read(rows)).faults();
    }
}
