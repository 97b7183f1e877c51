package org.pledgetracker.pledge.campaign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.CampaignState;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes definitions as YAML, each in one text with its electorate: {@link CampaignReader} reads the same definition from it.
 * What an organiser changes by a button is a text too, so that it is read and checked like any other.
 */
public final class DefinitionText {

    private static final String STATE = "state";
    private static final String APPROVED_BY = "approvedBy";
    private static final String PUBLISH_AT = "publishAt";

    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().stringQuotingChecker(new TextQuotes()).build())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(
                    YAMLWriteFeature.MINIMIZE_QUOTES,
                    YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private DefinitionText() {}

    /** The definition as it is. */
    public static String of(CampaignDefinition definition) {
        return write(DefinitionTree.of(definition));
    }

    /** The digest of that text, as reading it gives it. */
    public static String digest(CampaignDefinition definition) {
        return Digests.of(of(definition), "");
    }

    /** The definition, open. */
    public static String opened(CampaignDefinition definition, String approvedBy) {
        Map<String, Object> tree = DefinitionTree.of(definition);
        tree.put(STATE, CampaignState.OPEN.wireName());
        tree.put(APPROVED_BY, approvedBy);
        return write(tree);
    }

    /** The definition, closed. */
    public static String closed(CampaignDefinition definition) {
        return with(definition, STATE, CampaignState.CLOSED.wireName());
    }

    /** The definition, with its released figures published from then on. */
    public static String published(CampaignDefinition definition, Instant at) {
        return with(definition, PUBLISH_AT, Times.text(at.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The definition with another electorate. */
    public static String withElectorate(CampaignDefinition definition, String source, String asOf, String table) {
        Map<String, Object> electorate = new LinkedHashMap<>();
        electorate.put("source", source);
        electorate.put("asOf", asOf);
        electorate.put("table", table);
        return with(definition, "electorate", electorate);
    }

    /** A draft of a new campaign like this one: nobody has approved it, and nobody has to answer again. */
    public static String copied(CampaignDefinition definition) {
        Map<String, Object> tree = DefinitionTree.of(definition);
        tree.put(STATE, CampaignState.DRAFT.wireName());
        List.of(APPROVED_BY, PUBLISH_AT).forEach(tree::remove);
        tree.put(
                "consent",
                Map.of(
                        "version", definition.consent().version(),
                        "text", definition.consent().text()));
        return write(tree);
    }

    /** The headcounts of a definition as a table in CSV. */
    public static String electorate(CampaignDefinition definition) {
        return ElectorateTable.of(definition);
    }

    private static String with(CampaignDefinition definition, String field, Object value) {
        Map<String, Object> tree = DefinitionTree.of(definition);
        tree.put(field, value);
        return write(tree);
    }

    static String write(Map<String, Object> tree) {
        return YAML.writeValueAsString(tree);
    }
}
