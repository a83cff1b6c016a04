package counterpart.receive;

import java.io.IOException;

/** Packed bytes that cannot be unpacked within the limits; the message is half a sentence about the file: "it ...". */
final class PackingDamage extends IOException {
    private static final long serialVersionUID = 1L;

    PackingDamage(String sentence) {
        super(sentence);
    }
}
