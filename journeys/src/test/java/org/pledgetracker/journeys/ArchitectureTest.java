package org.pledgetracker.journeys;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.Writer;

/** The rules between modules, which no module can check alone. */
class ArchitectureTest {

    private static final String ROOT = "org.pledgetracker.";
    private static final Set<String> SERVICES = Set.of("pledge", "tally", "notifier", "signin");
    private static final Map<Writer, String> PACKAGES = Map.of(
            Writer.PLEDGE_SERVICE, ROOT + "pledge",
            Writer.TALLY_SERVICE, ROOT + "tally",
            Writer.NOTIFIER_SERVICE, ROOT + "notifier");

    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.pledgetracker");

    @Test
    void everyServiceIsLookedAt() {
        for (String service : SERVICES) {
            assertThat(all.stream().filter(c -> c.getPackageName().startsWith(ROOT + service)))
                    .as(service)
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void servicesShareEventsAndWebKitAloneAndNeverEachOther() {
        for (String service : SERVICES) {
            String[] others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(all);
        }
    }

    @Test
    void eventsAndWebKitKnowNoService() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "events..", ROOT + "webkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.stream().map(s -> ROOT + s + "..").toArray(String[]::new))
                .check(all);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("org.pledgetracker.(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void everyTopicIsWrittenByItsWriterAlone() {
        classes()
                .that(DescribedPredicate.describe("make records", ArchitectureTest::makesRecords))
                .should(writeOnlyTheirTopics())
                .check(all);
    }

    private static boolean makesRecords(JavaClass candidate) {
        return candidate.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Topic.class)
                        && Set.of("record", "tombstone").contains(call.getName())
                        && !candidate.isEquivalentTo(Topic.class));
    }

    private static ArchCondition<JavaClass> writeOnlyTheirTopics() {
        return new ArchCondition<>("write only topics of their own service") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Set<String> foreign = item.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(Topics.class))
                        .map(JavaFieldAccess::getName)
                        .filter(name -> !item.getPackageName().startsWith(PACKAGES.get(writerOf(name))))
                        .collect(Collectors.toSet());
                foreign.forEach(
                        name -> events.add(SimpleConditionEvent.violated(item, item.getName() + " writes " + name)));
            }
        };
    }

    private static Writer writerOf(String constant) {
        try {
            Object value = Topics.class.getField(constant).get(null);
            return value instanceof Topic<?> topic ? topic.writer() : Writer.PLEDGE_SERVICE;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
