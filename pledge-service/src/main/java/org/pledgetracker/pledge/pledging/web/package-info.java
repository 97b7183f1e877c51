/** Campaigns and cards for programs and for browsers. */
@NullMarked
package org.pledgetracker.pledge.pledging.web;

import org.jspecify.annotations.NullMarked;
