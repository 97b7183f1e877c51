package org.pledgetracker.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimReaderTest {

    @Test
    void aPathLeadsIntoClaimsThatHoldClaims() {
        Map<String, Object> claims = Map.of("sub", "a", "realm_access", Map.of("roles", List.of("gp")));
        assertThat(read(claims, "realm_access.roles", Map.of()).roles()).containsExactly(Role.GP);
        assertThat(read(claims, "realm_access.roles.more", Map.of()).roles()).isEmpty();
        assertThat(read(claims, "nothing.there", Map.of()).roles()).isEmpty();
    }

    @Test
    void aClaimWithDotsInItsNameIsTakenWhole() {
        assertThat(read(
                                Map.of("sub", "a", "https://bma.example/roles", "gp rep"),
                                "https://bma.example/roles",
                                Map.of())
                        .roles())
                .containsExactly(Role.GP, Role.REP);
    }

    @Test
    void aRoleThatIsNamedOtherwiseNoLongerGoesByItsOwnName() {
        Map<Role, Set<String>> names = Map.of(Role.ORGANISER, Set.of("bma-organiser"));
        assertThat(read(Map.of("sub", "a", "roles", List.of("organiser", "GP")), "roles", names)
                        .roles())
                .containsExactly(Role.GP);
        assertThat(read(Map.of("sub", "a", "roles", List.of("bma-organiser")), "roles", names)
                        .roles())
                .containsExactly(Role.ORGANISER);
    }

    @Test
    void whoeverIsNotToldApartHasNoRole() {
        assertThat(read(Map.of("roles", List.of("gp")), "roles", Map.of()).roles())
                .isEmpty();
        assertThat(read(Map.of("sub", " ", "roles", List.of("gp")), "roles", Map.of())
                        .roles())
                .isEmpty();
    }

    private static ClaimReader read(Map<String, Object> claims, String roles, Map<Role, Set<String>> roleNames) {
        return new ClaimReader(
                claims, new WebKitProperties.Claims("sub", roles, "regions", "region", "employment_type", roleNames));
    }
}
