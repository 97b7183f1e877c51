package org.pledgetracker.pledge.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pledgetracker.events.ActionKind;
import org.pledgetracker.events.CountedBasis;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Openness;
import org.pledgetracker.events.Scope;
import org.pledgetracker.pledge.campaign.FormField.Kind;

/** What a form asks of each region, condition, action and threshold. */
final class FormItems {

    private static final List<String> TYPES =
            Stream.of(EmploymentType.values()).map(EmploymentType::wireName).toList();

    private FormItems() {}

    static List<FormField> region(String path, boolean added) {
        List<FormField> fields = new ArrayList<>();
        if (added) {
            fields.add(line(path + ".id", "Id"));
        }
        fields.add(line(path + ".name", "Name"));
        TYPES.forEach(type -> fields.add(new FormField(
                path + "." + ElectorateReader.HEADCOUNTS + "." + type,
                "Headcount, " + type + " (empty: unknown)",
                Kind.NUMBER,
                "",
                List.of())));
        return fields;
    }

    static List<FormField> condition(String path, boolean added) {
        return List.of(
                line(path + ".share", "Share, such as 0.6"),
                choice(
                        path + ".scope",
                        "Of",
                        Stream.of(Scope.values()).map(Scope::wireName).toList(),
                        added));
    }

    static List<FormField> action(String path, boolean added) {
        List<FormField> fields = new ArrayList<>();
        if (added) {
            fields.add(line(path + ".id", "Id"));
        }
        fields.add(line(path + ".name", "Name"));
        fields.add(new FormField(path + ".description", "Description", Kind.TEXT, "", List.of()));
        fields.add(new FormField(path + ".drawbacks", "Drawbacks", Kind.TEXT, "", List.of()));
        fields.add(choice(
                path + ".kind",
                "Kind",
                Stream.of(ActionKind.values()).map(ActionKind::wireName).toList(),
                added));
        List<String> openness =
                Stream.of(Openness.values()).map(Openness::wireName).toList();
        TYPES.forEach(type -> fields.add(choice(path + ".openTo." + type, "For " + type, openness, added)));
        fields.add(
                new FormField(path + ".regions", "Only in these regions (ids; empty: all)", Kind.LIST, "", List.of()));
        return fields;
    }

    static List<FormField> threshold(String path, boolean added) {
        List<FormField> fields = new ArrayList<>();
        if (added) {
            fields.add(line(path + ".id", "Id"));
        }
        fields.add(line(path + ".title", "Title"));
        fields.add(line(path + ".action", "Action (id)"));
        fields.add(line(path + ".region", "Region (id; empty: everywhere)"));
        fields.add(choice(path + ".employmentType", "Employment type (empty: all)", TYPES, true));
        fields.add(new FormField(path + ".atLeast.count", "At least so many pledges", Kind.NUMBER, "", List.of()));
        fields.add(line(path + ".atLeast.share", "or this share, such as 0.25"));
        fields.add(choice(
                path + ".of",
                "Counted",
                Stream.of(CountedBasis.values()).map(CountedBasis::wireName).toList(),
                added));
        fields.add(new FormField(path + ".lostBelow.count", "Lost below so many pledges", Kind.NUMBER, "", List.of()));
        fields.add(line(path + ".lostBelow.share", "or below this share"));
        fields.add(line(path + ".lostAfter", "Lost after so long below, such as PT10M"));
        return fields;
    }

    private static FormField line(String path, String label) {
        return new FormField(path, label, Kind.LINE, "", List.of());
    }

    private static FormField choice(String path, String label, List<String> choices, boolean mayBeEmpty) {
        return new FormField(
                path,
                label,
                Kind.CHOICE,
                "",
                mayBeEmpty ? Stream.concat(Stream.of(""), choices.stream()).toList() : choices);
    }
}
