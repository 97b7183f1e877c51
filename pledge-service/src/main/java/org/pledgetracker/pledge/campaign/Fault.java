package org.pledgetracker.pledge.campaign;

/**
 * One thing that is wrong with a campaign definition.
 *
 * @param path where, for instance {@code thresholds[2].atLeast}; empty for the file as a whole
 * @param reason what is wrong and what to do
 */
public record Fault(String path, String reason) {

    @Override
    public String toString() {
        return path.isEmpty() ? reason : path + ": " + reason;
    }
}
