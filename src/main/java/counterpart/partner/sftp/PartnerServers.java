package counterpart.partner.sftp;

import counterpart.model.PartnerId;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.integration.sftp.session.SftpSession;

/** Opens sessions on partners' SFTP servers. Each is its own connection; the one who opened it closes it. */
public final class PartnerServers {
    /**
     * Connects, checks the server's key, logs in.
     *
     * @throws PartnerServerException when any of these fails; a refused login was tried once
     */
    public PartnerServer open(PartnerId partner, Connection connection) {
        PinnedHostKeys hostKeys = new PinnedHostKeys(connection.hostKeys());
        StrictAlgorithms algorithms = new StrictAlgorithms();
        Failures failures = new Failures(partner, connection, hostKeys, algorithms);
        DefaultSftpSessionFactory factory = SshSettings.factoryFor(connection, hostKeys, algorithms);
        try {
            SftpSession session = factory.getSession();
            return new PartnerServer(factory, session, failures);
        } catch (IllegalStateException e) {
            factory.destroy();
            throw failures.of("to log in", e);
        }
    }
}
