/** The steps of the collect job. */
@NamedInterface("steps")
@NullMarked
package counterpart.receive.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
