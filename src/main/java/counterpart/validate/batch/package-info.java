/** The steps of the intake job. */
@NamedInterface("steps")
@NullMarked
package counterpart.validate.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
