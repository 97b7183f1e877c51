/** What is traced, to whom it is told, and what a span may say. */
@NullMarked
package org.pledgetracker.webkit.tracing;

import org.jspecify.annotations.NullMarked;
