package org.pledgetracker.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param data where everything is kept
 * @param campaigns where the definitions are
 * @param mailPort of a mail server on this machine that gets the mail instead of the mailbox page; empty for the page
 */
record Options(Path data, Path campaigns, Ports ports, Optional<Integer> mailPort) {

    private static final Set<String> KNOWN = Set.of("--data", "--campaigns", "--ports", "--mail-port");

    /**
     * Reads the command line.
     *
     * @throws Refusal if it asks for what there is not
     */
    static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!KNOWN.contains(option)) {
                throw new Refusal("There is no option '" + option + "': --help lists them.");
            }
            if (!rest.hasNext()) {
                throw new Refusal("Option " + option + " needs a value: --help tells which.");
            }
            given.put(option, rest.next());
        }
        String ports = given.get("--ports");
        return new Options(
                Path.of(given.getOrDefault("--data", "data")).toAbsolutePath().normalize(),
                Path.of(given.getOrDefault("--campaigns", "campaigns"))
                        .toAbsolutePath()
                        .normalize(),
                ports == null ? Ports.USUAL : Ports.from(ports),
                Optional.ofNullable(given.get("--mail-port")).map(Options::port));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refusal(
                "'" + text + "' is no port of a mail server: choose a number from 1 to 65535 with --mail-port.");
    }

    /**
     * Checks that there are campaigns to publish.
     *
     * @throws Refusal if their folder is missing
     */
    void requireCampaigns() {
        if (!Files.isDirectory(campaigns)) {
            throw new Refusal(
                    "There is no folder " + campaigns + ": choose the one with the campaigns with --campaigns.");
        }
    }
}
