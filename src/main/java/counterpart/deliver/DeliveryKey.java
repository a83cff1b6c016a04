package counterpart.deliver;

import counterpart.report.Edition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a delivery the same delivery: SHA-256 over edition, recipient, channel and the artefact's digest. Nothing
 * with the same key is sent twice.
 */
public record DeliveryKey(String value) {
    private static final String FORM = "[0-9a-f]{64}";

    /** The only channel so far. */
    public static final String SFTP = "sftp";

    public DeliveryKey {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("a delivery key is 64 lower-case hexadecimal digits");
        }
    }

    public static DeliveryKey of(Edition edition, String recipient, String channel) {
        String text = edition.partnership() + "/" + edition.month() + "/" + edition.revision() + "|" + recipient + "|"
                + channel + "|" + edition.sha().value();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new DeliveryKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
