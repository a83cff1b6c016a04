/** What the people who run this must know: how things stand after a run, what needs a person, and alerts about it. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"model", "finding", "control"})
@NullMarked
package counterpart.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
