package org.pledgetracker.events;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON. Readers ignore fields that they do not know, and insist on those that they need. */
final class EventJson {

    private static final Pattern OUR_TYPE =
            Pattern.compile("(campaign|campaign-key|pledges|tally|threshold|figures|alert|delivery|subscription)"
                    + "\\.[a-z-]+\\.v\\d+");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private EventJson() {}

    static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    static <E extends Event> E read(byte[] value, Class<E> type, String topic) {
        try {
            E event = MAPPER.readValue(value, type);
            if (event == null) {
                throw new UnreadableEvent("the value is null", new IllegalArgumentException(topic));
            }
            return event;
        } catch (InvalidTypeIdException e) {
            String found = e.getTypeId();
            if (found != null && OUR_TYPE.matcher(found).matches() && isAnotherVersion(found, type)) {
                throw new UnknownEventVersion(found, topic);
            }
            throw new UnreadableEvent("not an event of '" + topic + "'", e);
        } catch (JacksonException e) {
            // the message of the cause may quote the value, so it is kept out of ours
            throw new UnreadableEvent("not a readable " + type.getSimpleName(), e);
        }
    }

    private static boolean isAnotherVersion(String found, Class<? extends Event> type) {
        String name = found.substring(0, found.lastIndexOf(".v"));
        return EventTypes.of(type).stream().anyMatch(known -> known.startsWith(name + ".v") && !known.equals(found));
    }
}
