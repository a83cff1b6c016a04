/** The order of the steps and nothing else. */
@ApplicationModule(allowedDependencies = {"model"})
@NullMarked
package counterpart.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
