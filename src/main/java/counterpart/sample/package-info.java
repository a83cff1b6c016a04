/** Makes a synthetic partnership, its files and the truth about every planted fault. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"model", "partner"})
@NullMarked
package counterpart.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
