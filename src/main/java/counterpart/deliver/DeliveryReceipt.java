package counterpart.deliver;

import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import java.time.Instant;
import java.time.YearMonth;

/**
 * Proof of a delivery. By SFTP: the recipient's server holds the file; its size was read back there after the final name
 * was given. By mail: the mail server took the mail into its care; whether it was read nobody knows.
 *
 * @param remotePath the file's path on the server, or the id of the mail and the server's answer
 */
public record DeliveryReceipt(
        PartnershipId partnership,
        YearMonth month,
        int revision,
        String recipient,
        String remotePath,
        Sha256 sha,
        long bytes,
        Instant deliveredAt) {}
