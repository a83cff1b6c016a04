/** The steps of the review job that measure. */
@NullMarked
package counterpart.measure.batch;

import org.jspecify.annotations.NullMarked;
