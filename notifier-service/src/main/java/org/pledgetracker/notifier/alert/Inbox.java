package org.pledgetracker.notifier.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pledgetracker.events.AlertAcknowledged;
import org.pledgetracker.events.CrossingId;
import org.pledgetracker.events.ThresholdCrossed;

/**
 * The query over crossings and acknowledgements. Every crossing is one alert, however often it is read, and in whatever
 * order its acknowledgement comes. One thread feeds it; any may ask it.
 */
public final class Inbox {

    /** Ids of alerts, one for each partition that there can be. */
    private static final Pattern BOOKMARK = Pattern.compile("([\\w-]{22}(\\.[\\w-]{22}){0,63})?");

    private record Raised(ThresholdCrossed crossing, Position position) {}

    private final Map<String, Raised> raised = new ConcurrentHashMap<>();
    private final Map<Position, String> ids = new ConcurrentHashMap<>();
    private final Map<String, AlertAcknowledged> acknowledged = new ConcurrentHashMap<>();

    /**
     * Takes a crossing.
     *
     * @return the alert that it raises; empty if that was raised before
     */
    public Optional<Alert> raise(ThresholdCrossed crossing, Position position) {
        String id = crossing.id().alert();
        // before the alert can be seen, so that whoever sees it gets it in their bookmark
        ids.put(position, id);
        boolean isNew = raised.putIfAbsent(id, new Raised(crossing, position)) == null;
        return isNew ? find(id) : Optional.empty();
    }

    /** Takes an acknowledgement: the first one counts. */
    public void acknowledge(AlertAcknowledged acknowledgement) {
        acknowledged.putIfAbsent(
                CrossingId.of(acknowledgement.campaign(), acknowledgement.threshold(), acknowledgement.crossing())
                        .alert(),
                acknowledgement);
    }

    /** The alerts of a patch, newest first. */
    public List<Alert> alerts(Patch patch) {
        return all().filter(patch::covers).sorted(Alert.NEWEST_FIRST).toList();
    }

    /** The alerts of a patch that somebody has not seen, in the order in which they stand in the log. */
    public List<Alert> alertsAfter(Cursor cursor, Patch patch) {
        return all().filter(patch::covers)
                .filter(alert -> !cursor.hasSeen(alert.raisedAt()))
                .sorted(Comparator.comparingLong(alert -> alert.raisedAt().offset()))
                .toList();
    }

    /** The alert with this id, if it is of this patch. */
    public Optional<Alert> alert(String id, Patch patch) {
        return find(id).filter(patch::covers);
    }

    /** The cursor of somebody who has seen everything of their patch up to now: what happens elsewhere does not move it. */
    public Cursor end(Patch patch) {
        return Cursor.pastAll(all().filter(patch::covers).map(Alert::raisedAt));
    }

    /**
     * A cursor as those outside are told it: by the alerts that were seen last. Offsets would tell how much was crossed
     * elsewhere in between.
     */
    public String bookmark(Cursor cursor) {
        return cursor.positions()
                .flatMap(position -> Optional.ofNullable(ids.get(position)).stream())
                .sorted()
                .collect(Collectors.joining("."));
    }

    /**
     * The cursor of a bookmark. An alert that is not of this patch counts as one that there never was: what stands beside
     * it on its partition may be seen twice, and nobody learns whether it was raised.
     *
     * @return empty if the text is no bookmark
     */
    public Optional<Cursor> cursor(String bookmark, Patch patch) {
        if (!BOOKMARK.matcher(bookmark).matches()) {
            return Optional.empty();
        }
        return Optional.of(Cursor.pastAll(Stream.of(bookmark.split("\\.", -1))
                .map(id -> alert(id, patch))
                .flatMap(Optional::stream)
                .map(Alert::raisedAt)));
    }

    private Stream<Alert> all() {
        return raised.keySet().stream().map(this::find).flatMap(Optional::stream);
    }

    private Optional<Alert> find(String id) {
        return Optional.ofNullable(raised.get(id))
                .map(found ->
                        new Alert(id, found.crossing(), found.position(), Optional.ofNullable(acknowledged.get(id))));
    }
}
