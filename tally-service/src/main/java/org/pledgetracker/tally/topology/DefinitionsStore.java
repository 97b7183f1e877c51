package org.pledgetracker.tally.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.Topics;
import org.pledgetracker.events.UnreadableEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest definition of every campaign of a partition. */
final class DefinitionsStore extends FedStore {

    static final String NAME = "definitions";

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionsStore.class);

    private final Map<String, CampaignDefined> definitions = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    DefinitionsStore() {
        super(NAME);
    }

    @Override
    void clear() {
        definitions.clear();
        changed.clear();
    }

    @Override
    void take(byte @Nullable [] key, byte @Nullable [] value, long offset) {
        if (key == null) {
            return;
        }
        String campaign = new String(key, UTF_8);
        changed.add(campaign);
        if (value == null) {
            definitions.remove(campaign);
            return;
        }
        try {
            definitions.put(campaign, Topics.CAMPAIGNS.read(value));
        } catch (UnreadableEvent e) {
            LOG.error(
                    "Offset {} of '{}': {}; its campaign is not counted",
                    offset,
                    Topics.CAMPAIGNS.name(),
                    e.getMessage());
            definitions.remove(campaign);
        }
    }

    List<String> takeChanged() {
        List<String> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    @Nullable
    CampaignDefined definition(String campaign) {
        return definitions.get(campaign);
    }
}
