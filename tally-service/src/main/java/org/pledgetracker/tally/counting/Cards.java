package org.pledgetracker.tally.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.Pledge;

/**
 * All cards of a partition and their counts. Applying a card costs as much as it has pledges. What a campaign's
 * definition sets aside is counted here too, so that a new definition needs no second look at the cards.
 */
public final class Cards {

    private static final CountedGroup[] NO_GROUPS = {};

    private final CardKey.Maker keys = new CardKey.Maker();
    private final CardTable table = new CardTable();
    private final Map<String, CampaignCounts> campaigns = new HashMap<>();

    /**
     * Takes the latest card under a record key: the one before it no longer counts.
     *
     * @param card null: the card is erased, or unreadable
     */
    public void apply(byte[] key, @Nullable CardContent card) {
        CardKey cardKey = keys.of(key);
        if (card == null || card.pledges().isEmpty()) {
            add(table.remove(cardKey), -1);
            return;
        }
        CountedGroup[] groups = groups(counts(cardKey.campaign()), card);
        add(table.put(cardKey, groups), -1);
        add(groups, 1);
    }

    /** How many pledges each group of a campaign has; groups without any are left out. */
    public Map<Group, Integer> pledged(String campaign) {
        CampaignCounts counts = campaigns.get(campaign);
        return counts == null ? Map.of() : counts.pledged();
    }

    /** The campaigns whose counts have moved since this was last asked. */
    public List<String> takeChanged() {
        List<String> changed = new ArrayList<>();
        campaigns.forEach((campaign, counts) -> {
            if (counts.takeChanged()) {
                changed.add(campaign);
            }
        });
        return changed;
    }

    /** How many cards with at least one pledge there are. */
    public int size() {
        return table.size();
    }

    private CampaignCounts counts(String campaign) {
        return campaigns.computeIfAbsent(campaign, key -> new CampaignCounts());
    }

    private static CountedGroup[] groups(CampaignCounts counts, CardContent card) {
        CountedGroup[] groups = new CountedGroup[card.pledges().size()];
        for (int i = 0; i < groups.length; i++) {
            Pledge pledge = card.pledges().get(i);
            groups[i] = counts.group(new Group(pledge.action(), card.region(), card.employmentType(), pledge.onlyIf()));
        }
        return groups;
    }

    private static void add(CountedGroup @Nullable [] groups, int pledges) {
        for (CountedGroup group : groups == null ? NO_GROUPS : groups) {
            group.add(pledges);
        }
    }
}
