/** That what the services and the broker write does not tell who a GP is, looked for byte by byte after a whole journey. */
@NullMarked
package org.pledgetracker.journeys.identity;

import org.jspecify.annotations.NullMarked;
