/** What every web face promises, tested at each of its routes: each service's tests extend it. */
@NullMarked
package org.pledgetracker.webkit.contract;

import org.jspecify.annotations.NullMarked;
