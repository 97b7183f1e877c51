/** How a GP becomes a pledger: campaign keys, the master key that wraps them, and pseudonyms. */
@NullMarked
package org.pledgetracker.pledge.pseudonym;

import org.jspecify.annotations.NullMarked;
