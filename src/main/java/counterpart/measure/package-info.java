/** Turns the agreed facts into scores, statuses and signals: a Scorecard. */
@ApplicationModule(
        allowedDependencies = {"model", "finding", "partner", "receive", "validate", "reconcile", "books", "control"})
@NullMarked
package counterpart.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
