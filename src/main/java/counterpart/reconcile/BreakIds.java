package counterpart.reconcile;

import counterpart.partner.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the ids of breaks: the first 26 base-32 characters (RFC 4648) of HMAC-SHA-256 under the partnership's key over
 * reconciliation, entity key and attribute. Without the key nobody can tell a claim id from a break id, nor try claim
 * ids. For use by one thread.
 */
public final class BreakIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int CHARACTERS = 26;
    private static final int BITS = 5;

    private final Mac mac;

    public BreakIds(Secret key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC-SHA-256, so no break can be named; use another", e);
        }
    }

    String of(Difference what) {
        String text = what.reconciliation() + "|" + what.entityKey() + "|" + what.attribute();
        return base32(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base32(byte[] digest) {
        StringBuilder id = new StringBuilder(CHARACTERS);
        int bits = 0;
        int held = 0;
        for (int i = 0; id.length() < CHARACTERS; i++) {
            bits = (bits << 8 | (digest[i] & 0xff)) & 0xfff;
            held += 8;
            while (held >= BITS && id.length() < CHARACTERS) {
                held -= BITS;
                id.append(ALPHABET.charAt(bits >> held & 0x1f));
            }
        }
        return id.toString();
    }
}
