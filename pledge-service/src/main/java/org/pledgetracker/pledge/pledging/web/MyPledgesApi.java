package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgetracker.pledge.campaign.publishing.Campaign;
import org.pledgetracker.pledge.pledging.Card;
import org.pledgetracker.pledge.pledging.recording.MyCard;
import org.pledgetracker.pledge.pledging.recording.RecordPledges;
import org.pledgetracker.pledge.pledging.recording.Recording;
import org.pledgetracker.pledge.pledging.released.Releases;
import org.pledgetracker.webkit.Member;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A GP's own card. */
@RestController
@RequestMapping("/api/campaigns/{campaign}/my-pledges")
class MyPledgesApi {

    private final FindCampaign campaigns;
    private final RecordPledges pledges;
    private final Releases releases;

    MyPledgesApi(FindCampaign campaigns, RecordPledges pledges, Releases releases) {
        this.releases = releases;
        this.campaigns = campaigns;
        this.pledges = pledges;
    }

    @GetMapping
    ResponseEntity<CardView> find(@PathVariable("campaign") String id, Member member) {
        Campaign campaign = campaigns.visible(id, member);
        MyCard mine = pledges.find(campaign, member);
        return mine.card()
                .map(card -> ResponseEntity.ok().eTag(quoted(mine.mark())).body(view(card, campaign)))
                .orElseGet(() -> ResponseEntity.ok(CardView.prefilled(member, campaign.definition())));
    }

    @PutMapping
    ResponseEntity<CardView> declare(
            @PathVariable("campaign") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CardRequest request,
            Member member) {
        Campaign campaign = campaigns.any(id);
        return switch (pledges.declare(campaign, member, request.submission(), meant(ifMatch), Instant.now())) {
            case Recording.Recorded recorded ->
                ResponseEntity.ok().eTag(quoted(recorded.mark())).body(view(recorded.card(), campaign));
            case Recording.Refused refused -> throw Refusal.faulty(refused.faults());
            case Recording.NotOpen _ -> throw Refusal.notOpen();
            case Recording.Closed _ -> throw Refusal.closed();
            case Recording.TooManyChanges many -> throw Refusal.tooManyChanges(many.tryAgainIn());
            case Recording.Stale _ -> throw Refusal.stale();
        };
    }

    private CardView view(Card card, Campaign campaign) {
        return CardView.of(card, campaign.definition(), releases.shown(campaign, Instant.now()));
    }

    @DeleteMapping
    ResponseEntity<Void> erase(@PathVariable("campaign") String id, Member member) {
        pledges.erase(campaigns.any(id), member, Instant.now());
        return ResponseEntity.noContent().build();
    }

    private static Predicate<MyCard> meant(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return mine -> true;
        }
        return mine -> mine.card().isPresent()
                && Stream.of(ifMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(quoted(mine.mark())));
    }

    private static String quoted(String mark) {
        return '"' + mark + '"';
    }
}
