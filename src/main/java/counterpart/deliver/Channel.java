package counterpart.deliver;

import counterpart.partner.PartnerServerException;
import counterpart.partner.RemotePlace;
import java.nio.file.Path;

/** A way by which files reach recipients. */
public interface Channel {
    /** The way's name in delivery keys; it never changes. */
    String name();

    /**
     * Whether carrying again finds what an earlier run has carried and sends nothing then. If not, a run that died while
     * it was carrying leaves a delivery of which nobody knows.
     */
    boolean seesWhatLiesThere();

    /**
     * Carries a file to its recipient and reads back what arrived. Where the same bytes lie already (an earlier run
     * died before it could note its success) nothing is sent and the place is returned.
     *
     * @throws PartnerServerException when it did not arrive; of kind CONFLICT when other bytes lie under its name
     * @throws DeliveryException when it did not arrive, or when nobody can know whether it did
     */
    RemotePlace carry(DeliveryOrder order, Path content);
}
