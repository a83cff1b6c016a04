/** The step of the review job that delivers. */
@NamedInterface("steps")
@NullMarked
package counterpart.deliver.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
