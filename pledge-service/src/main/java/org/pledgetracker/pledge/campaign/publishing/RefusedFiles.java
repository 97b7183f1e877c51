package org.pledgetracker.pledge.campaign.publishing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pledgetracker.pledge.campaign.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says what is wrong with a file, once until that changes. */
@Component
class RefusedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFiles.class);

    private final Map<String, List<Fault>> said = new ConcurrentHashMap<>();

    void refuse(String file, List<Fault> faults) {
        if (!faults.equals(said.put(file, faults))) {
            LOG.error("{} is refused, the last good definition stays:{}", file, inLines(faults));
        }
    }

    void accept(String file) {
        said.remove(file);
    }

    static String inLines(List<Fault> faults) {
        StringBuilder lines = new StringBuilder();
        faults.forEach(
                fault -> lines.append(System.lineSeparator()).append("  ").append(fault));
        return lines.toString();
    }
}
