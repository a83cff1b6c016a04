package counterpart.partner.sftp;

import java.util.List;
import java.util.Map;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.OptionalFeature;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.kex.extension.KexExtensions;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms that this product offers, best first. No CBC cipher, no SHA-1 in a MAC, a key exchange or a signature.
 * ChaCha20-Poly1305 is the last cipher, and is refused to a server without strict key exchange (CVE-2023-48795).
 */
final class StrictAlgorithms implements SessionListener {
    private static final List<BuiltinDHFactories> KEY_EXCHANGES = List.of(
            BuiltinDHFactories.curve25519,
            BuiltinDHFactories.curve25519_libssh,
            BuiltinDHFactories.ecdhp521,
            BuiltinDHFactories.ecdhp384,
            BuiltinDHFactories.ecdhp256,
            BuiltinDHFactories.dhg18_512,
            BuiltinDHFactories.dhg16_512,
            BuiltinDHFactories.dhgex256,
            BuiltinDHFactories.dhg14_256);
    private static final List<BuiltinSignatures> SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);
    private static final List<BuiltinCiphers> CIPHERS = List.of(
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes128ctr,
            BuiltinCiphers.cc20p1305_openssh);
    private static final List<BuiltinMacs> MACS = List.of(
            BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512, BuiltinMacs.hmacsha256);

    private volatile @Nullable String weakness;

    /** Makes the client offer nothing else. */
    void applyTo(SshClient client) {
        client.setKeyExchangeFactories(
                NamedFactory.setUpTransformedFactories(true, KEY_EXCHANGES, ClientBuilder.DH2KEX));
        client.setSignatureFactories(supported(SIGNATURES));
        client.setCipherFactories(supported(CIPHERS));
        client.setMacFactories(supported(MACS));
        client.addSessionListener(this);
    }

    /** Some need a security provider that an installation may have left out. */
    private static <T> List<NamedFactory<T>> supported(List<? extends NamedFactory<T>> wanted) {
        return wanted.stream()
                .filter(f -> f instanceof OptionalFeature feature && feature.isSupported())
                .<NamedFactory<T>>map(f -> f)
                .toList();
    }

    /** Why the negotiated algorithms were refused; none when they were not. */
    @Nullable
    String weakness() {
        return weakness;
    }

    @Override
    public void sessionNegotiationEnd(
            Session session,
            Map<KexProposalOption, String> clientProposal,
            Map<KexProposalOption, String> serverProposal,
            Map<KexProposalOption, String> negotiated,
            @Nullable Throwable reason) {
        if (reason != null) {
            weakness = "it offers no algorithm that we accept";
            return;
        }
        if (session.isAuthenticated()) {
            return; // a re-key within a session whose first exchange was judged
        }
        // As it was sent: the proposal that is handed to listeners lacks the marks of the extensions.
        boolean strict = session.getServerKexProposals()
                .getOrDefault(KexProposalOption.ALGORITHMS, "")
                .contains(KexExtensions.STRICT_KEX_SERVER_EXTENSION);
        String ciphers = negotiated.get(KexProposalOption.C2SENC) + " " + negotiated.get(KexProposalOption.S2CENC);
        if (!strict && ciphers.contains("chacha20")) {
            weakness = "it offers ChaCha20-Poly1305 only, without strict key exchange";
            throw new IllegalStateException(weakness);
        }
    }
}
