package org.pledgetracker.pledge;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.pledgetracker.events.LogEnds;
import org.pledgetracker.events.Topics;
import org.pledgetracker.pledge.campaign.Samples;
import org.pledgetracker.webkit.TestTokens;
import org.pledgetracker.webkit.contract.WebContract;
import org.springframework.context.ApplicationContext;

class PledgeContractIT extends WebContract {

    private final TestTokens tokens = TestTokens.start();
    private final String campaign = "contract-" + UUID.randomUUID();
    private final RunningService service = RunningService.start(
            tokens, RunningService.campaigns(campaign, Samples.VALID, Samples.ELECTORATE), GENEROUS);

    @AfterAll
    void stop() {
        service.close();
        tokens.close();
    }

    @Override
    protected ApplicationContext service() {
        return service.context();
    }

    @Override
    protected TestTokens tokens() {
        return tokens;
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of("campaign", campaign, "provider", "sign-in");
    }

    @Override
    protected Set<String> alwaysTaken() {
        return Set.of("DELETE /api/campaigns/{campaign}/my-pledges", "POST /campaigns/{campaign}/my-pledges/erase");
    }

    @Override
    protected long recorded() {
        return LogEnds.of(Topics.PLEDGES);
    }
}
