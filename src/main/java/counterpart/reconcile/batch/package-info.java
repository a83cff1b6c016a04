/** The steps of the reconcile job. */
@NamedInterface("steps")
@NullMarked
package counterpart.reconcile.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
