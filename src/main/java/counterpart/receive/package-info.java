/** Takes custody of a partner's file exactly once and hands on a ReceivedFile. */
@ApplicationModule(allowedDependencies = {"model", "finding", "partner", "books", "control"})
@NullMarked
package counterpart.receive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
