/** With whom files are exchanged and what was agreed: partners, feeds, file layouts, partnerships, targets. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"model", "finding"})
@NullMarked
package counterpart.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
