package org.pledgetracker.tally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] RULES = {
        "org.pledgetracker.tally.counting..",
        "org.pledgetracker.tally.threshold..",
        "org.pledgetracker.tally.release..",
        "org.pledgetracker.tally.history..",
        "org.pledgetracker.tally.deciding.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pledgetracker.tally");

    @Test
    void theRulesKnowNoSpringNoKafkaNoLogAndNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.apache.kafka..", "org.slf4j..", "jakarta..", "tools.jackson..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class, System.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .check(classes);
    }

    @Test
    void theRulesDoNotKnowTheirAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.pledgetracker.tally.topology..",
                        "org.pledgetracker.tally.broker..",
                        "org.pledgetracker.tally.view..",
                        "org.pledgetracker.tally.disclosure..",
                        "org.pledgetracker.tally.dashboard..")
                .check(classes);
    }

    @Test
    void theRecountSharesNothingWithTheCountingThatItChecks() {
        noClasses()
                .that()
                .resideInAPackage("org.pledgetracker.tally.recount..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RULES)
                .check(classes);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.pledgetracker.pledge..", "org.pledgetracker.notifier..", "org.pledgetracker.signin..")
                .check(classes);
    }
}
