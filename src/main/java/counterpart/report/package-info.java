/** Lays a scorecard out for one committee: an Edition. */
@ApplicationModule(allowedDependencies = {"model", "finding", "partner", "measure", "books", "control"})
@NullMarked
package counterpart.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
