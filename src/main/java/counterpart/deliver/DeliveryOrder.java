package counterpart.deliver;

import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.partner.Partnership.Recipient;
import java.time.YearMonth;

/**
 * One file of an edition for one recipient: the unit that is delivered once.
 *
 * @param channel how it is carried, for example {@code sftp}
 * @param fileName its name on the recipient's server, or of what the mail carries
 * @param artefact digest of the bytes that are to arrive, and of no others
 */
public record DeliveryOrder(
        PartnershipId partnership,
        YearMonth month,
        int revision,
        Recipient recipient,
        String channel,
        String fileName,
        Sha256 artefact) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 400;

    public DeliveryOrder {
        if (recipient.name().length() > LONGEST_NAME || recipient.place().length() > LONGEST_PLACE) {
            throw new IllegalArgumentException("a recipient's name has at most " + LONGEST_NAME
                    + " characters and its directory or address at most " + LONGEST_PLACE
                    + "; nothing was sent. Next: shorten it in job-configs/partnerships/" + partnership + ".yaml");
        }
        if (fileName.isBlank() || fileName.contains("/")) {
            throw new IllegalArgumentException("a file is delivered under a plain name");
        }
    }

    /** The edition in one word, for example {@code cascadia-lakeshore/2026-10/r1}. */
    public String edition() {
        return partnership + "/" + month + "/r" + revision;
    }

    /**
     * What makes this order unique: the digest of edition, recipient, channel and artefact, in this order with bars
     * between them. The recipient is the partner and the place, which the configuration holds unique; a name may
     * be corrected without a second delivery.
     */
    public Sha256 key() {
        String recipientPlace = recipient.partner() + ":" + recipient.place();
        return Sha256.of(String.join("|", edition(), recipientPlace, channel, artefact.value()));
    }
}
