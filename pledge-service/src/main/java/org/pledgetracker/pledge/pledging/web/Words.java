package org.pledgetracker.pledge.pledging.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.pledgetracker.events.Action;
import org.pledgetracker.events.CampaignDefinition;
import org.pledgetracker.events.EmploymentType;
import org.pledgetracker.events.Region;
import org.pledgetracker.webkit.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How pages say things, in the language that the reader has chosen; times are those of the United Kingdom. */
@Component
final class Words {

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
    private static final String DATE = "d MMMM yyyy";
    private static final String TIME = "HH:mm";

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Language.current().locale());
    }

    String date(Instant at) {
        return format(DATE, there(at));
    }

    /** The last moment of a time that ends then: midnight belongs to the day before. */
    String until(Instant end) {
        ZonedDateTime there = there(end);
        return there.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? say("date.end-of", format(DATE, there.minusDays(1)))
                : say("date.at", format(DATE, there), format(TIME, there));
    }

    /** A time that is known to the hour. */
    String hour(Instant at) {
        return say("date.hour", format(DATE, there(at)), format(TIME, there(at)));
    }

    String type(EmploymentType type) {
        return say("type." + type.wireName());
    }

    static String region(CampaignDefinition campaign, String id) {
        return campaign.region(id).map(Region::name).orElse(id);
    }

    static String action(CampaignDefinition campaign, String id) {
        return campaign.action(id).map(Action::name).orElse(id);
    }

    private static ZonedDateTime there(Instant at) {
        return at.atZone(UNITED_KINGDOM);
    }

    private static String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Language.current().locale()).format(at);
    }
}
