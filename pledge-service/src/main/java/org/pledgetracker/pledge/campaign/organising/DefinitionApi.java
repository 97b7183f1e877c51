package org.pledgetracker.pledge.campaign.organising;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.pledge.campaign.Change;
import org.pledgetracker.pledge.campaign.DefinitionText;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.campaign.publishing.CampaignVersion;
import org.pledgetracker.pledge.campaign.publishing.Defining;
import org.pledgetracker.webkit.Member;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A campaign's definition as YAML, and its versions. */
@RestController
@RequestMapping("/api/campaigns/{campaign}")
class DefinitionApi {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final OrganisedCampaigns campaigns;

    DefinitionApi(OrganisedCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** What a definition would change. */
    record Checked(List<Change> changes) {}

    @GetMapping("/definition")
    ResponseEntity<String> export(@PathVariable("campaign") String id) {
        Campaign campaign = campaigns.find(id);
        ContentDisposition file = ContentDisposition.attachment()
                .filename(campaign.id() + ".yaml")
                .build();
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(campaign.defined().version()))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .contentType(YAML)
                .body(DefinitionText.of(campaign.definition()));
    }

    @PutMapping("/definition")
    ResponseEntity<CampaignVersion> define(
            @PathVariable("campaign") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) @Nullable String body,
            Member member) {
        String text = body == null ? "" : body;
        return switch (campaigns.define(id, text, IfMatch.required(ifMatch, ifNoneMatch), member)) {
            case Defining.Defined defined ->
                answer(defined.campaign(), ifNoneMatch == null ? HttpStatus.OK : HttpStatus.CREATED);
            case Defining.Faulty faulty -> throw OrganiserRefusal.faulty(faulty.faults(), text);
            case Defining.Stale stale -> throw stale(stale);
            case Defining.Acceptable _ -> throw new IllegalStateException("neither published nor refused");
        };
    }

    private ResponseEntity<CampaignVersion> answer(Campaign campaign, HttpStatus status) {
        CampaignVersion latest = campaigns.versions(campaign.id()).getFirst();
        return ResponseEntity.status(status).eTag(IfMatch.tag(latest.version())).body(latest);
    }

    @PostMapping("/definition/check")
    Checked check(
            @PathVariable("campaign") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) @Nullable String body) {
        String text = body == null ? "" : body;
        return switch (campaigns.check(id, text, IfMatch.ofAny(ifMatch, ifNoneMatch))) {
            case Defining.Acceptable acceptable -> new Checked(acceptable.changes());
            case Defining.Faulty faulty -> throw OrganiserRefusal.faulty(faulty.faults(), text);
            case Defining.Stale stale -> throw stale(stale);
            case Defining.Defined _ -> throw new IllegalStateException("a check changes nothing");
        };
    }

    @GetMapping("/versions")
    List<CampaignVersion> versions(@PathVariable("campaign") String id) {
        return campaigns.versions(id);
    }

    private static RuntimeException stale(Defining.Stale stale) {
        return stale.version() == 0 ? OrganiserRefusal.unknown() : OrganiserRefusal.stale();
    }
}
