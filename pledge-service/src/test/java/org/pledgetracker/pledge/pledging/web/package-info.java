/** Tests of the package pledging.web. */
@NullMarked
package org.pledgetracker.pledge.pledging.web.web;

import org.jspecify.annotations.NullMarked;
