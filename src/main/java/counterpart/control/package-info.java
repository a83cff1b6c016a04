/** The control store: custody, runs, editions, deliveries and audit. No member data, ever. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"model", "finding"})
@NullMarked
package counterpart.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
