package counterpart.partner.sftp;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/** Believes a server only when the SHA-256 fingerprint of its key is one of those written down for it. */
final class PinnedHostKeys implements ServerKeyVerifier {
    private final List<String> pinned;
    private volatile @Nullable String refused;
    private volatile boolean asked;

    PinnedHostKeys(List<String> pinned) {
        this.pinned = pinned;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        asked = true;
        String shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        boolean believed = pinned.contains(shown);
        if (!believed) {
            refused = shown;
        }
        return believed;
    }

    /** Whether a server has shown a key at all; before that it has learned nothing of us, not even a user's name. */
    boolean wereAsked() {
        return asked;
    }

    /** The fingerprint that was shown and is not pinned; none when no key was refused. */
    @Nullable
    String refused() {
        return refused;
    }
}
