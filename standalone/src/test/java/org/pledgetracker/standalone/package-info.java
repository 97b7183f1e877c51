/** Whether the one command does what it promises. */
@NullMarked
package org.pledgetracker.standalone;

import org.jspecify.annotations.NullMarked;
