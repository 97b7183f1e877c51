/** Tests of the web kit, and tokens for the tests of the services. */
@NullMarked
package org.pledgetracker.webkit;

import org.jspecify.annotations.NullMarked;
