/** How the product says that something is wrong: an outcome, a finding, a rule's code, a severity. */
@ApplicationModule(allowedDependencies = {"model"})
@NullMarked
package counterpart.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
