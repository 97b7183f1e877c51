package org.pledgetracker.pledge.campaign.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.CampaignKeyCreated;
import org.pledgetracker.events.CampaignState;
import org.pledgetracker.events.Topic;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.campaign.DefinitionText;
import org.pledgetracker.pledge.log.LogView;
import org.pledgetracker.pledge.pseudonym.CampaignKey;
import org.pledgetracker.pledge.pseudonym.MasterKey;
import org.pledgetracker.webkit.WebKitProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All campaigns in the log: their latest definition, their key, and the digests of all definitions ever seen. */
@Component
public class Campaigns implements LogView {

    private static final Logger LOG = LoggerFactory.getLogger(Campaigns.class);

    private final MasterKey masterKey;
    private final String membersKnownBy;
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    Campaigns(MasterKey masterKey, WebKitProperties settings) {
        this.masterKey = masterKey;
        this.membersKnownBy = settings.membersKnownBy();
    }

    /** All that have a definition, those that close last first. */
    public List<Campaign> all() {
        return known.values().stream()
                .flatMap(entry -> entry.campaign().stream())
                .sorted(Comparator.comparing(
                                (Campaign campaign) -> campaign.definition().closesAt())
                        .reversed()
                        .thenComparing(Campaign::id))
                .toList();
    }

    /** The campaign with that id, if it has a definition. */
    public Optional<Campaign> find(String id) {
        Known entry = known.get(id);
        return entry == null ? Optional.empty() : entry.campaign();
    }

    /** What is wrong with the keys that are there: a reason not to take pledges. */
    public List<String> keyFaults() {
        return known.values().stream()
                .flatMap(entry -> entry.keyFault().stream())
                .toList();
    }

    /** The campaigns whose key is not there although it was not to be destroyed yet; of use once the log is followed. */
    public List<String> withoutKey(Instant now) {
        return known.values().stream()
                .filter(entry -> entry.key() == null)
                .flatMap(entry -> Stream.ofNullable(entry.defined()))
                .filter(defined -> now.isBefore(defined.eraseAt()))
                .map(CampaignDefined::campaign)
                .sorted()
                .toList();
    }

    /** Whether the log holds a key of the campaign, usable or not. */
    public boolean holdsKey(String id) {
        return keyOf(id).isPresent();
    }

    /** All definitions of the campaign, the latest first. */
    public List<CampaignVersion> versions(String id) {
        Known entry = known.get(id);
        return entry == null ? List.of() : entry.versions().reversed();
    }

    /** Whether a text with that digest was ever published for the campaign, or is the export of one that was. */
    boolean hasSeen(String id, String digest) {
        Known entry = known.get(id);
        return entry != null && entry.digests().contains(digest);
    }

    /** The key that was made for the campaign, usable or not. */
    Optional<CampaignKeyCreated> keyOf(String id) {
        return Optional.ofNullable(known.get(id)).map(Known::key).map(KnownKey::created);
    }

    @Override
    public List<Topic<?>> topics() {
        return List.of(Topics.CAMPAIGNS, Topics.CAMPAIGN_KEYS);
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        String id = new String(record.key(), StandardCharsets.UTF_8);
        if (id.equals(Topics.MARKER_KEY)) {
            return;
        }
        byte[] value = record.value();
        if (record.topic().equals(Topics.CAMPAIGNS.name())) {
            CampaignDefined defined = value == null ? null : Topics.CAMPAIGNS.read(value);
            change(id, entry -> entry.withDefined(defined));
        } else {
            KnownKey key = value == null ? null : known(Topics.CAMPAIGN_KEYS.read(value));
            change(id, entry -> new Known(entry.defined(), key, entry.digests(), entry.consents(), entry.versions()));
        }
        known.getOrDefault(id, Known.NOTHING).keyFault().ifPresent(fault -> LOG.error("{}", fault));
    }

    private KnownKey known(CampaignKeyCreated created) {
        String madeFor = created.membersKnownBy();
        return madeFor == null || madeFor.equals(membersKnownBy)
                ? KnownKey.of(created, masterKey)
                : KnownKey.madeForOthers(created, madeFor, membersKnownBy);
    }

    private void change(String id, UnaryOperator<Known> change) {
        known.compute(id, (key, entry) -> change.apply(entry == null ? Known.NOTHING : entry));
    }

    /** What the log has said of one campaign. */
    private record Known(
            @Nullable CampaignDefined defined,
            @Nullable KnownKey key,
            Set<String> digests,
            Map<String, String> consents,
            List<CampaignVersion> versions) {

        private static final Known NOTHING = new Known(null, null, Set.of(), Map.of(), List.of());

        Known withDefined(@Nullable CampaignDefined next) {
            if (next == null) {
                return new Known(null, key, digests, consents, versions);
            }
            // a follower that starts again meets old definitions again
            if (defined != null && next.version() <= defined.version()) {
                return this;
            }
            Set<String> allDigests = new HashSet<>(digests);
            allDigests.add(next.digest());
            allDigests.add(DefinitionText.digest(next.definition()));
            Map<String, String> allConsents = new HashMap<>(consents);
            if (next.definition().state() != CampaignState.DRAFT) {
                allConsents.putIfAbsent(
                        next.definition().consent().version(),
                        next.definition().consent().text());
            }
            List<CampaignVersion> allVersions = new ArrayList<>(versions);
            allVersions.add(CampaignVersion.of(defined, next));
            return new Known(next, key, Set.copyOf(allDigests), Map.copyOf(allConsents), List.copyOf(allVersions));
        }

        Optional<Campaign> campaign() {
            return defined == null
                    ? Optional.empty()
                    : Optional.of(new Campaign(
                            defined, key == null || keyFault().isPresent() ? null : key.unwrapped(), consents));
        }

        Optional<String> keyFault() {
            if (key == null) {
                return Optional.empty();
            }
            String named = defined == null ? key.created().fingerprint() : defined.keyFingerprint();
            return key.faultUnless(named);
        }
    }

    /** A campaign's key, or why it cannot be used. */
    private record KnownKey(
            CampaignKeyCreated created, @Nullable CampaignKey unwrapped, String fault) {

        static KnownKey of(CampaignKeyCreated created, MasterKey masterKey) {
            try {
                return new KnownKey(created, masterKey.unwrap(created.wrappedKey(), created.campaign()), "");
            } catch (MasterKey.WrongMasterKey e) {
                return new KnownKey(created, null, String.valueOf(e.getMessage()));
            }
        }

        static KnownKey madeForOthers(CampaignKeyCreated created, String madeFor, String now) {
            return new KnownKey(
                    created,
                    null,
                    "The key of campaign '%s' was made while members were known by '%s', and now they are known by '%s': with it "
                                    .formatted(created.campaign(), madeFor, now)
                            + "every GP would count twice");
        }

        Optional<String> faultUnless(String fingerprint) {
            if (unwrapped == null) {
                return Optional.of(fault);
            }
            if (unwrapped.fingerprint().equals(fingerprint)) {
                return Optional.empty();
            }
            return Optional.of("The key of campaign '" + created.campaign()
                    + "' is not the one that its definition names:" + " with it every GP would count twice");
        }
    }
}
