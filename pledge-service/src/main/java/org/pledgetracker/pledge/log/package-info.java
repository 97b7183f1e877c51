/** The event log: how this service reaches it, follows it and records in it. */
@NullMarked
package org.pledgetracker.pledge.log;

import org.jspecify.annotations.NullMarked;
