package org.pledgetracker.pledge.campaign;

import java.util.List;

/**
 * Values of a definition that belong together.
 *
 * @param path of the item of a list that they make up; empty where they are none
 * @param added whether the item is there only if it is filled in
 */
public record FormGroup(String title, String path, boolean added, List<FormField> fields) {

    public FormGroup {
        fields = List.copyOf(fields);
    }
}
