/** Kills the real command at random points, starts it again, and holds what is there against a run that nobody disturbed. */
@NullMarked
package counterpart.crash;

import org.jspecify.annotations.NullMarked;
