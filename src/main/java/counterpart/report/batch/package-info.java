/** The steps of the review job that compose, render and inspect. */
@NamedInterface("steps")
@NullMarked
package counterpart.report.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
