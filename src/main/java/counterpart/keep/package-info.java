/** Keeps a home safe and small: copies that are proved by restoring them, and removal of what nothing needs. */
@ApplicationModule(allowedDependencies = {"model", "finding", "books", "control", "receive"})
@NullMarked
package counterpart.keep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
