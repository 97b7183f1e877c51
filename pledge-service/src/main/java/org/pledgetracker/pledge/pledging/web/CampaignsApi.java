package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.util.List;
import org.pledgetracker.webkit.Member;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Campaign definitions. */
@RestController
class CampaignsApi {

    private final FindCampaign find;

    CampaignsApi(FindCampaign find) {
        this.find = find;
    }

    @GetMapping("/api/campaigns")
    List<CampaignView> all(Member member) {
        Instant now = Instant.now();
        return find.visibleTo(member).stream()
                .map(campaign -> CampaignView.of(campaign, now))
                .toList();
    }

    @GetMapping("/api/campaigns/{campaign}")
    CampaignView one(@PathVariable String campaign, Member member) {
        return CampaignView.of(find.visible(campaign, member), Instant.now());
    }
}
