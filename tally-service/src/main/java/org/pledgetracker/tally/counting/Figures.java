package org.pledgetracker.tally.counting;

import org.pledgetracker.events.TallyCounted.Cell;

/** The exact figures of a cell or of a sum of cells. */
public record Figures(int pledged, int firm, int inForce) {

    static final Figures NONE = new Figures(0, 0, 0);

    Figures plus(Cell cell) {
        return new Figures(pledged + cell.pledged(), firm + cell.firm(), inForce + cell.inForce());
    }
}
