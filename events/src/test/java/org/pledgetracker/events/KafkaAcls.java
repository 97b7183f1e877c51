package org.pledgetracker.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What {@code docs/operations/kafka-acls.txt} gives to whom, as {@code bin/apply-acls} reads it. */
public final class KafkaAcls {

    private static final Path LIST = Path.of("..", "docs", "operations", "kafka-acls.txt");

    private KafkaAcls() {}

    /** All of the list. */
    public static List<AclBinding> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +", -1))
                .flatMap(KafkaAcls::bindings)
                .toList();
    }

    private static Stream<AclBinding> bindings(String[] row) {
        ResourcePattern resource = new ResourcePattern(
                ResourceType.fromString(row[1].replace('-', '_')),
                row[2],
                PatternType.fromString(row[3].toUpperCase(Locale.ROOT)));
        return Stream.of(row[4].split(",", -1))
                .map(operation -> new AclBinding(
                        resource,
                        new AccessControlEntry(
                                "User:" + row[0],
                                "*",
                                AclOperation.fromString(operation.toUpperCase(Locale.ROOT)),
                                AclPermissionType.ALLOW)));
    }
}
