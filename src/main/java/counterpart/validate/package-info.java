/** Believes or refuses a file, then each of its rows, and hands on a ValidatedFile. */
@ApplicationModule(allowedDependencies = {"model", "finding", "partner", "receive", "books", "control"})
@NullMarked
package counterpart.validate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
