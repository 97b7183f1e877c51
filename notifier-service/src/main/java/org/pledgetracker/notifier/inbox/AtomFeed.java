package org.pledgetracker.notifier.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.CampaignDefined;
import org.pledgetracker.events.SubscriptionSet;
import org.pledgetracker.notifier.alert.Alert;
import org.pledgetracker.notifier.alert.AlertWords;

/**
 * Alerts as an Atom feed (RFC 4287), in the words of the inbox. Ids are the same for ever, also when the feed gets another
 * token; there is no link to the feed itself, so that whoever passes an entry on does not pass on the token.
 */
final class AtomFeed {

    private static final String IDS = "urn:pledge-tracker:";
    private static final int MOST = 100;
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private final String home;

    private AtomFeed(String home) throws XMLStreamException {
        this.home = home;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /**
     * The feed of a rep, in UTF-8.
     *
     * @param since when the feed was made, which is its date while there are no alerts
     * @param alerts of the rep's patch, newest first; only the first hundred are told
     * @param home the address of the inbox, without a slash at the end
     */
    static byte[] of(
            SubscriptionSet subscription,
            Instant since,
            List<Alert> alerts,
            Map<String, CampaignDefined> campaigns,
            String home) {
        try {
            AtomFeed feed = new AtomFeed(home);
            feed.write(subscription.rep(), since, alerts.stream().limit(MOST).toList(), campaigns);
            return feed.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
    }

    private void write(String rep, Instant since, List<Alert> alerts, Map<String, CampaignDefined> campaigns)
            throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element("id", IDS + "inbox:" + rep);
        element("title", "Pledge Tracker: alerts");
        element("subtitle", AlertWords.NOT_A_BALLOT);
        element("updated", newest(since, alerts).toString());
        link(home + "/");
        xml.writeStartElement("author");
        element("name", "Pledge Tracker");
        xml.writeEndElement();
        for (Alert alert : alerts) {
            entry(alert, AlertRow.of(alert, campaigns, false, List.of()));
        }
        xml.writeEndDocument();
        xml.flush();
    }

    private void entry(Alert alert, AlertRow row) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", IDS + "alert:" + alert.id());
        element("title", row.title());
        element("published", row.at());
        element("updated", updated(alert).toString());
        link(home + "/#" + alert.id());
        element("summary", summary(row));
        xml.writeEndElement();
    }

    private static String summary(AlertRow row) {
        String acknowledged = row.acknowledged() == null ? "Nobody has acknowledged it yet" : row.acknowledged();
        return "Region: %s. Campaign: %s. When: %s. %s. %s"
                .formatted(row.region(), row.campaign(), row.when(), acknowledged, AlertWords.NOT_A_BALLOT);
    }

    private static Instant newest(Instant since, List<Alert> alerts) {
        return alerts.stream().map(AtomFeed::updated).reduce(since, AtomFeed::later);
    }

    /** When it was raised, or acknowledged. */
    private static Instant updated(Alert alert) {
        Instant raised = alert.crossing().at();
        return alert.acknowledgement()
                .map(AlertAcknowledged::at)
                .map(acknowledged -> later(raised, acknowledged))
                .orElse(raised);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void link(String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("type", "text/html");
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // no writer escapes what XML cannot hold at all
        xml.writeCharacters(NO_XML.matcher(text).replaceAll("\uFFFD"));
        xml.writeEndElement();
    }
}
