@NullMarked
package org.pledgetracker.webkit.tracing;

import org.jspecify.annotations.NullMarked;
