package org.pledgetracker.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;

/** The type names that the events of a class bear on the wire. */
public final class EventTypes {

    private EventTypes() {}

    /** The versioned type names of a class of events, for instance of all that a topic holds. */
    public static List<String> of(Class<? extends Event> events) {
        JsonSubTypes types = Event.class.getAnnotation(JsonSubTypes.class);
        return Arrays.stream(types.value())
                .filter(type -> events.isAssignableFrom(type.value()))
                .map(JsonSubTypes.Type::name)
                .toList();
    }
}
