package counterpart.receive;

import java.time.Instant;

/**
 * A delivery whose content we already had (F-011). It was not taken again; the partner is told which file it repeats.
 *
 * @param number its number among the sightings of the custody ledger
 * @param original the file in our custody with the same content
 * @param remoteName what the partner called it this time
 * @param arrivedAt when the partner's server says that it was complete
 */
public record DuplicateDelivery(long number, ReceivedFile original, String remoteName, Instant arrivedAt) {}
