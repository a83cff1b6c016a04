package counterpart.partner.sftp;

import counterpart.model.PartnerId;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.integration.sftp.session.SftpSession;

/**
 * Opens sessions on partners' SFTP servers. Each is its own connection; the one who opened it closes it. It remembers for
 * as long as it lives, which is a run: a login that was refused is not tried again by another feed, for that locks
 * accounts; a server that could not be reached in spite of all tries is tried once by those who come later.
 */
public final class PartnerServers {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerServers.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Pause pause;
    private final RandomGenerator chance;
    private final Map<Connection, PartnerServerException> refused = new ConcurrentHashMap<>();
    private final Set<Connection> down = ConcurrentHashMap.newKeySet();

    /** Waits between two tries. */
    @FunctionalInterface
    interface Pause {
        void lasting(Duration time) throws InterruptedException;
    }

    public PartnerServers() {
        this(time -> Thread.sleep(time.toMillis()), RandomGenerator.getDefault());
    }

    PartnerServers(Pause pause, RandomGenerator chance) {
        this.pause = pause;
        this.chance = chance;
    }

    /**
     * Connects, checks the server's key, logs in. A server that cannot be reached is tried again as often as the
     * connection says.
     *
     * @throws PartnerServerException when any of these fails; a refused login was tried once
     */
    public PartnerServer open(PartnerId partner, Connection connection) {
        PartnerServerException before = refused.get(connection);
        if (before != null) {
            throw new PartnerServerException(
                    before.kind(), before.getMessage() + " (Not tried again in this run.)", before);
        }
        int retries = down.contains(connection) ? 0 : connection.retries();
        for (int tried = 0; ; tried++) {
            PinnedHostKeys hostKeys = new PinnedHostKeys(connection.hostKeys());
            try {
                PartnerServer server = openOnce(partner, connection, hostKeys);
                down.remove(connection);
                return server;
            } catch (PartnerServerException e) {
                boolean unreached = e.kind() == Kind.UNREACHABLE && !hostKeys.wereAsked();
                if (!unreached || tried >= retries) {
                    remember(connection, e, unreached);
                    throw e;
                }
                LOG.info(
                        "partner={} host={} try={} of={} outcome=unreachable",
                        partner,
                        connection.host(),
                        tried + 1,
                        retries + 1);
                rest(tried, e);
            }
        }
    }

    private static PartnerServer openOnce(PartnerId partner, Connection connection, PinnedHostKeys hostKeys) {
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

    private void remember(Connection connection, PartnerServerException failure, boolean unreached) {
        if (failure.kind() == Kind.AUTHENTICATION) {
            refused.put(connection, failure);
        }
        if (unreached) {
            down.add(connection);
        }
    }

    /** Twice as long each time, and by chance up to half more or less, so that many who wait do not come all at once. */
    private void rest(int tried, PartnerServerException failure) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << tried);
        try {
            pause.lasting(Duration.ofMillis(millis / 2 + chance.nextLong(millis + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
