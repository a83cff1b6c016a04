package counterpart.deliver;

import counterpart.partner.Partnership.Recipient;
import counterpart.partner.RemotePlace;
import counterpart.report.Edition;

/** Brings an edition to a recipient by one channel. */
public interface Courier {
    /** The channel's name in receipts and delivery keys. */
    String channel();

    /**
     * Brings it, and answers where the pages lie once their size was read back there. Bringing the same edition again
     * is allowed and sends nothing.
     *
     * @throws counterpart.partner.PartnerServerException when the recipient's server fails
     */
    RemotePlace bring(Edition edition, Recipient recipient);
}
