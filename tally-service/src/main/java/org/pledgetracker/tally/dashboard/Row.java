package org.pledgetracker.tally.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.pledgetracker.events.Region;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.Tallies;

/**
 * One region of the table.
 *
 * @param boxes one for each employment type, then one for all
 */
record Row(String region, List<Box> boxes) {

    Row {
        boxes = List.copyOf(boxes);
    }

    static Row of(Region region, Tallies.OfRegion counted, Figure figure, Sight sight) {
        boolean shown = sight.covers(region.id());
        List<Box> boxes = new ArrayList<>();
        for (Tallies.OfCell cell : counted.cells()) {
            boxes.add(
                    !cell.open()
                            ? Box.CLOSED
                            : shown ? Box.of(figure.of(cell.counts()), cell.counts()) : Box.NOT_YOURS);
        }
        boxes.add(shown ? Box.of(figure.of(counted.counts()), counted.counts()) : Box.NOT_YOURS);
        return new Row(region.name(), boxes);
    }
}
