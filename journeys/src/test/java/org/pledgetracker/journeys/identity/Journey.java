package org.pledgetracker.journeys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What GPs, a rep and an operator do in a campaign, mishaps included. */
final class Journey implements AutoCloseable {

    private static final String FIRM = "{\"action\": \"work-to-rule\"}";
    private static final String CONDITIONAL =
            "{\"action\": \"close-day\", \"onlyIf\": {\"share\": 0.6, \"scope\": \"region\"}}";

    private final Deployment system;
    private final List<Gp> gps = new ArrayList<>();
    private String consent = "";

    Journey(Deployment system, Mailbox mailbox, List<RollEntry> roll, Path notes) {
        this.system = system;
        roll.forEach(entry -> gps.add(new Gp(entry, system, mailbox, notes)));
    }

    /** All of it. */
    void take() throws Exception {
        for (Gp gp : gps) {
            gp.signIn();
        }
        consent = json(gps.getFirst().call("GET", campaign("pledge-service"), ""))
                .path("consent")
                .path("version")
                .asString();
        repSubscribes();
        pledge();
        repLooksAndAcknowledges();
        changeAndErase();
        for (String service : Deployment.SERVICES) {
            new Mishaps(system, service, gps.get(2)).provoke();
        }
    }

    Set<String> sessions() {
        Set<String> sessions = new TreeSet<>();
        gps.forEach(gp -> sessions.addAll(gp.browser().sessions()));
        return sessions;
    }

    List<Gp> gps() {
        return gps;
    }

    private void repSubscribes() throws Exception {
        Gp rep = gps.getFirst();
        String wish = "{\"email\": \"" + rep.entry().email() + "\"}";
        assertThat(rep.call("PUT", system.address("notifier-service") + "/api/my-subscriptions", wish)
                        .statusCode())
                .isEqualTo(200);
    }

    private void pledge() throws Exception {
        gps.getFirst().pledgeByForm();
        for (Gp gp : gps.subList(1, gps.size())) {
            assertThat(gp.put(FIRM + ", " + CONDITIONAL, consent).statusCode()).isEqualTo(200);
        }
    }

    private void repLooksAndAcknowledges() throws Exception {
        Gp rep = gps.getFirst();
        Document dashboard = rep.browser().open(system.address("tally-service") + "/campaigns/" + Gp.CAMPAIGN);
        assertThat(dashboard.location()).startsWith(system.address("tally-service"));
        assertThat(rep.call("GET", campaign("tally-service") + "/tallies", "").statusCode())
                .isEqualTo(200);
        String alert = Awaitility.await("an alert")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> json(rep.call("GET", system.address("notifier-service") + "/api/alerts", ""))
                                .path(0)
                                .path("id")
                                .asString(""),
                        id -> !id.isEmpty());
        Document inbox = rep.browser().open(system.address("notifier-service") + "/");
        FormElement acknowledge = (FormElement) inbox.selectFirst("main form[action$=acknowledgement]");
        if (acknowledge != null) {
            rep.browser().submit(acknowledge);
        }
        HttpResponse<String> again =
                rep.call("POST", system.address("notifier-service") + "/api/alerts/" + alert + "/acknowledgement", "");
        assertThat(again.statusCode()).isBetween(200, 204);
    }

    private void changeAndErase() throws Exception {
        Gp changing = gps.get(1);
        String mark = changing.call("GET", changing.myPledgesApi(), "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(changing.put(FIRM, consent, mark).statusCode()).isEqualTo(200);
        assertThat(changing.put(CONDITIONAL, consent, mark).statusCode()).isEqualTo(412);
        assertThat(changing.put("{\"action\": \"" + changing.entry().email() + "\"}", consent)
                        .statusCode())
                .isEqualTo(422);
        assertThat(gps.get(2).put("", consent).statusCode()).isEqualTo(200);
        assertThat(gps.get(3).call("DELETE", gps.get(3).myPledgesApi(), "").statusCode())
                .isEqualTo(204);
        gps.get(4).eraseByForm();
        assertThat(Jsoup.parse(gps.get(5).browser().open(gps.get(5).myPledges()).html())
                        .text())
                .isNotEmpty();
    }

    private String campaign(String service) {
        return system.address(service) + "/api/campaigns/" + Gp.CAMPAIGN;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        gps.forEach(Gp::close);
    }
}
