@NullMarked
package org.pledgetracker.webkit.limit;

import org.jspecify.annotations.NullMarked;
