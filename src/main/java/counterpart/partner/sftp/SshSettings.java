package counterpart.partner.sftp;

import counterpart.partner.Connection;
import counterpart.partner.Secret;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import org.springframework.core.io.FileSystemResource;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;

/** Builds the session factory of one connection, with nothing taken from the account that runs the program. */
final class SshSettings {
    /** Heartbeats in one time-out; when as many stay without an answer, the session is given up. */
    private static final int BEATS = 3;

    private SshSettings() {}

    static DefaultSftpSessionFactory factoryFor(
            Connection connection, PinnedHostKeys hostKeys, StrictAlgorithms algorithms) {
        DefaultSftpSessionFactory factory = new DefaultSftpSessionFactory(false);
        factory.setHost(connection.host());
        factory.setPort(connection.port());
        factory.setUser(connection.user());
        factory.setTimeout(Math.toIntExact(connection.timeout().toMillis()));
        factory.setSftpVersionSelector(SftpVersionSelector.fixedVersionSelector(3));
        Secret password = connection.password();
        if (password != null) {
            factory.setPassword(password.reveal());
        }
        if (connection.keyFile() != null) {
            factory.setPrivateKey(new FileSystemResource(connection.keyFile()));
        }
        Secret passphrase = connection.keyPassphrase();
        if (passphrase != null) {
            factory.setPrivateKeyPassphrase(passphrase.reveal());
        }
        factory.setSshClientConfigurer(client -> {
            client.setServerKeyVerifier(hostKeys);
            algorithms.applyTo(client);
            oneLogin(client, password != null);
            boundedWaits(client, connection.timeout());
        });
        return factory;
    }

    /** Exactly one way to log in, tried once: further attempts lock accounts. */
    private static void oneLogin(SshClient client, boolean byPassword) {
        UserAuthFactory only = byPassword ? UserAuthPasswordFactory.INSTANCE : UserAuthPublicKeyFactory.INSTANCE;
        client.setUserAuthFactories(List.of(only));
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setAgentFactory(null);
    }

    private static void boundedWaits(SshClient client, Duration timeout) {
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, timeout);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, timeout);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, timeout);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, timeout.plusSeconds(1));
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, timeout);
        CoreModuleProperties.WINDOW_TIMEOUT.set(client, timeout);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, timeout);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, timeout);
        AbstractSftpClient.SFTP_CLIENT_CMD_TIMEOUT.set(client, timeout);
        CoreModuleProperties.DISCONNECT_TIMEOUT.set(client, Duration.ofSeconds(2));
        CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(client, Duration.ofSeconds(2));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, timeout.dividedBy(BEATS));
        CoreModuleProperties.HEARTBEAT_REQUEST.set(client, "keepalive@openssh.com");
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, BEATS);
    }
}
