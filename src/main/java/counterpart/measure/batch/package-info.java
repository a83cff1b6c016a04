/** The steps of the review job that measure. */
@NamedInterface("steps")
@NullMarked
package counterpart.measure.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
