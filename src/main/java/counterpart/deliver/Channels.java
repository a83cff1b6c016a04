package counterpart.deliver;

import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Way;

/** Where a channel comes from. */
@FunctionalInterface
public interface Channels {
    /** The channel that reaches the recipients of a partnership's committee in this way. */
    Channel of(Partnership partnership, Way way);
}
