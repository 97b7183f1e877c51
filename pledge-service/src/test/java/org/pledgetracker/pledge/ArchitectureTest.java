package org.pledgetracker.pledge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] DOMAIN = {
        "org.pledgetracker.pledge.campaign",
        "org.pledgetracker.pledge.deadletter",
        "org.pledgetracker.pledge.pseudonym",
        "org.pledgetracker.pledge.pledging",
        "org.pledgetracker.pledge.retention"
    };

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pledgetracker.pledge");

    @Test
    void theRulesAreFreeOfSpringKafkaLogsAndFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework..",
                                "org.apache.kafka..",
                                "org.slf4j..",
                                "java.nio.file..",
                                "java.net..",
                                "org.pledgetracker.webkit..")
                        // what reads texts throws the exceptions of files too
                        .or(resideInAPackage("java.io..").and(not(assignableTo(Throwable.class)))))
                .check(service);
    }

    @Test
    void theRulesAreToldTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(service);
    }

    @Test
    void servicesKnowNothingOfEachOther() {
        classes()
                .that()
                .resideInAPackage("org.pledgetracker.pledge..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.pledgetracker.tally..",
                        "org.pledgetracker.notifier..",
                        "org.pledgetracker.signin..",
                        "org.pledgetracker.standalone..")
                .check(service);
    }
}
