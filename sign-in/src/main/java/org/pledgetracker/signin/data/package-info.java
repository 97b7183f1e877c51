/** Files in the data folder. */
@NullMarked
package org.pledgetracker.signin.data;

import org.jspecify.annotations.NullMarked;
