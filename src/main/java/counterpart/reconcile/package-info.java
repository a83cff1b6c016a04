/** Holds the two sides' books against each other and keeps the breaks: ReconciledBooks. */
@ApplicationModule(allowedDependencies = {"model", "finding", "partner", "receive", "validate", "books", "control"})
@NullMarked
package counterpart.reconcile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
