package org.pledgetracker.pledge.campaign.organising;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pledgetracker.pledge.campaign.FormField;
import org.pledgetracker.pledge.campaign.FormGroup;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Ways to tally-service, which tells how a threshold as a form has it would stand: here no tallies are known. */
@Component
class PreviewLinks {

    /** What is asked there, and the field that answers it here. */
    private static final Map<String, String> ASKED = Map.of(
            "action", ".action",
            "region", ".region",
            "employmentType", ".employmentType",
            "count", ".atLeast.count",
            "share", ".atLeast.share",
            "of", ".of");

    private final String tally;

    PreviewLinks(WebKitProperties web) {
        this.tally = web.addresses().of("tally-service");
    }

    /** The way for each threshold of a form that has been filled in, by its path. */
    Map<String, String> of(String campaign, List<FormGroup> groups) {
        Map<String, String> links = new LinkedHashMap<>();
        for (FormGroup group : groups) {
            Map<String, String> answers = group.fields().stream()
                    .collect(Collectors.toMap(
                            field -> field.path().substring(group.path().length()), FormField::value));
            if (group.path().startsWith("thresholds[")
                    && !answers.getOrDefault(".action", "").isBlank()) {
                links.put(group.path(), link(campaign, answers));
            }
        }
        return links;
    }

    private String link(String campaign, Map<String, String> answers) {
        UriComponentsBuilder link =
                UriComponentsBuilder.fromUriString(tally).pathSegment("campaigns", campaign, "threshold-preview");
        ASKED.keySet().stream().sorted().forEach(asked -> link.queryParam(asked, "{" + asked + "}"));
        Map<String, String> values = ASKED.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> answers.getOrDefault(field.getValue(), "")));
        return link.encode().buildAndExpand(values).toUriString();
    }
}
