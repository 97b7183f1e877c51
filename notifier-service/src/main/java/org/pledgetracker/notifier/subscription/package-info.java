/** What a rep wants to be told, over what and when, as plain rules. */
@NullMarked
package org.pledgetracker.notifier.subscription;

import org.jspecify.annotations.NullMarked;
