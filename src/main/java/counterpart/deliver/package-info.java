/** Sends an edition to its recipients and keeps the proof: DeliveryReceipts. */
@NullMarked
package counterpart.deliver;

import org.jspecify.annotations.NullMarked;
