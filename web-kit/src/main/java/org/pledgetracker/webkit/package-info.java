/** What every web face shares: sign-in, security headers, the layout, and problems in plain words. */
@NullMarked
package org.pledgetracker.webkit;

import org.jspecify.annotations.NullMarked;
