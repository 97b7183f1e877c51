/** Subscriptions for people and programs: pages, API, and the links in mails. */
@NullMarked
package org.pledgetracker.notifier.subscribing;

import org.jspecify.annotations.NullMarked;
