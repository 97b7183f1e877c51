package org.pledgetracker.signin.erasing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pledgetracker.signin.SignInProperties;
import org.pledgetracker.signin.provider.AccessTokens;
import org.pledgetracker.signin.roll.RollMember;
import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Erases all cards of a member, as they could themselves: sign-in alone knows who they are, pledge-service alone knows
 * where their cards are.
 */
@Component
final class ErasePledges {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String BEARER = "Bearer ";

    private final AccessTokens tokens;
    private final RestClient pledgeService;

    ErasePledges(AccessTokens tokens, SignInProperties properties, WebKitProperties web) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(TIMEOUT);
        this.tokens = tokens;
        this.pledgeService = RestClient.builder()
                .baseUrl(properties.addressOf("pledge-service", web.addresses()))
                .requestFactory(requests)
                .build();
    }

    private record KnownCampaign(String campaign) {}

    /**
     * Erases in every campaign.
     *
     * @return for each campaign whether that is done
     * @throws RestClientException if the campaigns cannot be asked for
     */
    Map<String, Boolean> of(String subject) {
        String token = BEARER + tokens.issue(RollMember.leaver(subject));
        Map<String, Boolean> erased = new LinkedHashMap<>();
        for (String campaign : campaigns(token)) {
            erased.put(campaign, erase(campaign, token));
        }
        return erased;
    }

    private List<String> campaigns(String token) {
        KnownCampaign[] known = pledgeService
                .get()
                .uri("/api/campaigns")
                .header(HttpHeaders.AUTHORIZATION, token)
                .retrieve()
                .body(KnownCampaign[].class);
        List<String> campaigns = new ArrayList<>();
        for (KnownCampaign campaign : known == null ? new KnownCampaign[0] : known) {
            campaigns.add(campaign.campaign());
        }
        return campaigns;
    }

    private boolean erase(String campaign, String token) {
        try {
            HttpStatusCode status = pledgeService
                    .delete()
                    .uri("/api/campaigns/{campaign}/my-pledges", campaign)
                    .header(HttpHeaders.AUTHORIZATION, token)
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode();
            return status.is2xxSuccessful();
        } catch (RestClientException e) {
            return false;
        }
    }
}
