/** Tests of the package pseudonym. */
@NullMarked
package org.pledgetracker.pledge.pseudonym;

import org.jspecify.annotations.NullMarked;
