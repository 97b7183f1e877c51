/** How much each caller may ask for, and how much a service takes on at once. */
@NullMarked
package org.pledgetracker.webkit.limit;

import org.jspecify.annotations.NullMarked;
