package org.pledgetracker.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgetracker.notifier.alert.Crossings.NOON;
import static org.pledgetracker.notifier.alert.Crossings.acknowledged;
import static org.pledgetracker.notifier.alert.Crossings.reached;
import static org.pledgetracker.notifier.subscription.Subscriptions.london;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.pledgetracker.events.ThresholdReached;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.Crossings;
import org.pledgetracker.notifier.alert.Inbox;
import org.pledgetracker.notifier.alert.Patch;
import org.pledgetracker.notifier.alert.Position;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AtomFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Instant MADE = NOON.minusSeconds(60);

    private final Inbox inbox = new Inbox();

    @Test
    void aFeedHasAllThatRfc4287AsksOfOne() throws Exception {
        inbox.raise(reached("c", "day", "london", 1), new Position(0, 1));
        Element feed = feed();

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(texts(feed, "id")).first().isEqualTo("urn:pledge-tracker:inbox:r");
        assertThat(texts(feed, "title")).first().isEqualTo("Pledge Tracker: alerts");
        assertThat(texts(feed, "name")).containsExactly("Pledge Tracker");
        for (Element entry : entries(feed)) {
            for (String one : List.of("id", "title", "updated", "published", "link", "summary")) {
                assertThat(entry.getElementsByTagNameNS(ATOM, one).getLength())
                        .as(one)
                        .isEqualTo(1);
            }
            assertThat(Instant.parse(texts(entry, "updated").getFirst())).isEqualTo(NOON.plusSeconds(60));
            Element link = (Element) entry.getElementsByTagNameNS(ATOM, "link").item(0);
            assertThat(link.getAttribute("href")).startsWith("https://alerts.example.org/#");
            assertThat(texts(entry, "summary").getFirst()).contains("london", "Not a ballot, not a call to act.");
        }
        assertThat(entries(feed)).hasSize(1);
    }

    @Test
    void idsStayWhenAnAlertIsAcknowledgedAndItsDateMoves() throws Exception {
        ThresholdReached crossing = Crossings.at(reached("c", "day", "london", 1), NOON.minusSeconds(30));
        inbox.raise(crossing, new Position(0, 1));
        Element before = entries(feed()).getFirst();
        inbox.acknowledge(acknowledged(crossing, "r-2", "wales"));
        Element after = entries(feed()).getFirst();

        assertThat(texts(after, "id")).isEqualTo(texts(before, "id"));
        assertThat(texts(before, "updated"))
                .containsExactly(NOON.minusSeconds(30).toString());
        assertThat(texts(after, "updated")).containsExactly(NOON.toString());
        assertThat(texts(after, "published")).isEqualTo(texts(before, "published"));
        assertThat(texts(after, "summary").getFirst()).contains("Acknowledged by the rep for wales");
        assertThat(texts(feed(), "updated")).first().isEqualTo(NOON.toString());
    }

    @Test
    void anEmptyFeedIsAsOldAsItsTokenAndALongOneTellsTheNewest() throws Exception {
        assertThat(texts(feed(), "updated")).containsExactly(MADE.toString());

        for (int crossing = 1; crossing <= 120; crossing++) {
            inbox.raise(reached("c", "day", "london", crossing), new Position(0, crossing));
        }
        List<Element> entries = entries(feed());
        assertThat(entries).hasSize(100);
        assertThat(texts(entries.getFirst(), "published"))
                .containsExactly(NOON.plusSeconds(60 * 120).toString());
    }

    @Test
    void whateverATitleHoldsTheFeedStaysReadable() throws Exception {
        inbox.raise(reached("c", "<b>&\"\u0000\u000b\uffff 😀", "london", 1), new Position(0, 1));

        assertThat(texts(entries(feed()).getFirst(), "title"))
                .containsExactly("Reached: Ten or more: <b>&\"\ufffd\ufffd\ufffd 😀");
    }

    private Element feed() throws Exception {
        List<Alert> alerts = inbox.alerts(Patch.of(Set.of("london")));
        byte[] bytes = AtomFeed.of(london("r"), MADE, alerts, Map.of(), "https://alerts.example.org");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        return document.getDocumentElement();
    }

    private static List<Element> entries(Element feed) {
        return elements(feed, "entry");
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(ATOM, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
