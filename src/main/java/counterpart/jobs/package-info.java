/** The order of the steps and nothing else. */
@NullMarked
package counterpart.jobs;

import org.jspecify.annotations.NullMarked;
