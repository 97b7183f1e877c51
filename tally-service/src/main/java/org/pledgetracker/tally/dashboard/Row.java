package org.pledgetracker.tally.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.pledgetracker.events.Region;
import org.pledgetracker.tally.view.Sight;
import org.pledgetracker.tally.view.Tallies;

/**
 * One region of the table.
 *
 * @param own whether it is the reader's own
 * @param boxes one for each employment type, then one for all
 */
record Row(String region, boolean own, List<Box> boxes) {

    Row {
        boxes = List.copyOf(boxes);
    }

    static Row of(Region region, boolean own, Tallies.OfRegion counted, Choice choice, Sight sight) {
        boolean shown = sight.covers(region.id());
        Figure figure = choice.figure();
        List<Box> boxes = new ArrayList<>();
        for (Tallies.OfCell cell : counted.cells()) {
            boxes.add(
                    !cell.open()
                            ? Box.CLOSED
                            : shown ? Box.of(figure.of(cell.counts()), cell.counts(), choice.share()) : Box.NOT_YOURS);
        }
        boxes.add(shown ? Box.of(figure.of(counted.counts()), counted.counts(), choice.share()) : Box.NOT_YOURS);
        return new Row(region.name(), own, boxes);
    }
}
