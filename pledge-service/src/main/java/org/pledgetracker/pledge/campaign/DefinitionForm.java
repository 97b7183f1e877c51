package org.pledgetracker.pledge.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.pledge.campaign.FormField.Kind;

/**
 * A definition as the fields of a form, each named by its place. What a form answers becomes a text, which is read and checked
 * like any other.
 */
public final class DefinitionForm {

    private static final String CONDITIONS = "conditions";
    private static final String ACTIONS = "actions";
    private static final String THRESHOLDS = "thresholds";
    private static final List<String> LISTS = List.of(FormRegions.REGIONS, CONDITIONS, ACTIONS, THRESHOLDS);

    private final Map<String, Object> tree;

    /** The form of that definition, with an empty item at the end of each list. */
    public DefinitionForm(CampaignDefinition definition) {
        this.tree = FormRegions.withHeadcounts(definition);
        LISTS.forEach(this::addEmptyItem);
    }

    private void addEmptyItem(String list) {
        List<Object> items = new ArrayList<>(items(list));
        items.add(new LinkedHashMap<>());
        tree.put(list, items);
    }

    /** All fields, with what was answered instead of what stands where there is an answer. */
    public List<FormGroup> groups(Map<String, String> answers) {
        return fields().stream()
                .map(group -> new FormGroup(
                        group.title(),
                        group.path(),
                        group.added(),
                        group.fields().stream()
                                .map(field -> new FormField(
                                        field.path(),
                                        field.label(),
                                        field.kind(),
                                        answers.getOrDefault(field.path(), field.value()),
                                        field.choices()))
                                .toList()))
                .toList();
    }

    /**
     * The definition with these answers.
     *
     * @param answers by the paths of their fields; a blank one says nothing
     * @param removed paths of the items that go
     */
    public String text(Map<String, String> answers, Set<String> removed) {
        for (FormGroup group : fields()) {
            for (FormField field : group.fields()) {
                String answer = answers.get(field.path());
                if (answer != null) {
                    FormTree.set(tree, field, answer.strip());
                }
            }
        }
        for (String list : LISTS) {
            tree.put(list, kept(list, removed));
        }
        FormRegions.writeUnknown(tree, items(FormRegions.REGIONS));
        return DefinitionText.write(tree);
    }

    private List<Object> kept(String list, Set<String> removed) {
        List<Object> all = items(list);
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean isFilledIn = i < all.size() - 1 || FormTree.isFilledIn(all.get(i));
            if (isFilledIn && !removed.contains(list + "[" + i + "]")) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private List<FormGroup> fields() {
        List<FormGroup> groups = new ArrayList<>();
        groups.add(group(
                "What it is and when",
                "",
                List.of(
                        field("title", "Title", Kind.LINE),
                        field("summary", "Summary", Kind.TEXT),
                        field("opensAt", "Opens", Kind.LINE),
                        field("closesAt", "Closes", Kind.LINE),
                        field("publishAt", "Released figures published (empty: when it closes)", Kind.LINE),
                        field(
                                "publishOnReaching",
                                "Or sooner: once this threshold is reached (id; empty: none)",
                                Kind.LINE),
                        field("eraseAfterDays", "Days from closing until all cards are erased", Kind.NUMBER))));
        groups.add(group(
                "What GPs agree to",
                "",
                List.of(
                        field("consent.version", "Version", Kind.LINE),
                        field("consent.text", "Text", Kind.TEXT),
                        field("consent.answerBy", "Answer to another text by (once open)", Kind.LINE))));
        groups.add(group(
                "Electorate",
                "",
                List.of(
                        field("electorate.source", "Where the headcounts come from", Kind.LINE),
                        field("electorate.asOf", "The date that they stand for", Kind.LINE))));
        groups.addAll(each(FormRegions.REGIONS, "Region", FormItems::region));
        groups.addAll(each(CONDITIONS, "Condition", FormItems::condition));
        groups.addAll(each(ACTIONS, "Action", FormItems::action));
        groups.addAll(each(THRESHOLDS, "Threshold", FormItems::threshold));
        return groups;
    }

    private List<FormGroup> each(String list, String word, ItemFields fields) {
        int last = items(list).size() - 1;
        return Stream.iterate(0, i -> i <= last, i -> i + 1)
                .map(i -> {
                    String path = list + "[" + i + "]";
                    String title =
                            i == last ? "Another " + word.toLowerCase(Locale.ROOT) : word + " " + (i + 1) + named(path);
                    return new FormGroup(
                            title,
                            path,
                            i == last,
                            fields.of(path, i == last).stream()
                                    .map(this::filled)
                                    .toList());
                })
                .toList();
    }

    /** What an item is called, or asks for, so that it can be told from others while it is folded. */
    private String named(String path) {
        return Stream.of(".name", ".title", ".share")
                .map(field -> FormTree.value(tree, path + field))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> ": " + name)
                .orElse("");
    }

    private FormGroup group(String title, String path, List<FormField> fields) {
        return new FormGroup(title, path, false, fields);
    }

    private FormField field(String path, String label, Kind kind) {
        return filled(new FormField(path, label, kind, "", List.of()));
    }

    private FormField filled(FormField field) {
        return new FormField(
                field.path(), field.label(), field.kind(), FormTree.value(tree, field.path()), field.choices());
    }

    private List<Object> items(String list) {
        return tree.get(list) instanceof List<?> items ? List.copyOf(items) : List.of();
    }

    /** The fields of one item of a list. */
    private interface ItemFields {

        List<FormField> of(String path, boolean added);
    }
}
