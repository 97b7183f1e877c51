package org.pledgetracker.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] RULES = {
        "org.pledgetracker.notifier.alert..",
        "org.pledgetracker.notifier.subscription..",
        "org.pledgetracker.notifier.delivery.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pledgetracker.notifier");

    @Test
    void theRulesKnowNoSpringNoKafkaNoLogAndNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "org.slf4j..", "jakarta..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class, System.class)
                .check(classes);
        noClasses()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .callMethod(java.time.Instant.class, "now")
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
                        "org.pledgetracker.notifier",
                        "org.pledgetracker.notifier.inbox..",
                        "org.pledgetracker.notifier.broker..",
                        "org.pledgetracker.notifier.subscribing..",
                        "org.pledgetracker.notifier.delivering..",
                        "org.pledgetracker.notifier.email..",
                        "org.pledgetracker.notifier.webhook..")
                .check(classes);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.pledgetracker.pledge..", "org.pledgetracker.tally..", "org.pledgetracker.signin..")
                .check(classes);
    }
}
