/** Sends an edition to its recipients and keeps the proof: DeliveryReceipts. */
@ApplicationModule(allowedDependencies = {"model", "finding", "partner", "report", "books", "control"})
@NullMarked
package counterpart.deliver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
