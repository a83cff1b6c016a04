package counterpart.partner.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import counterpart.model.PartnerId;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.Secret;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static final List<String> PINNED = List.of("SHA256:0000000000000000000000000000000000000000000");

    private final Failures failures = new Failures(
            new PartnerId("lakeshore"),
            new Connection(
                    "sftp.example.org",
                    22,
                    "counterpart",
                    new Secret("right"),
                    null,
                    null,
                    PINNED,
                    Duration.ofSeconds(5)),
            new PinnedHostKeys(PINNED),
            new StrictAlgorithms());

    static Stream<Arguments> causes() {
        return Stream.of(
                arguments(new ClosedChannelException(), Kind.UNREACHABLE),
                arguments(new AsynchronousCloseException(), Kind.UNREACHABLE),
                arguments(new EOFException(), Kind.UNREACHABLE),
                arguments(new SocketException("Connection reset"), Kind.UNREACHABLE),
                arguments(new SocketException("Broken pipe"), Kind.UNREACHABLE),
                arguments(new ConnectException("Connection refused"), Kind.UNREACHABLE),
                arguments(new UnknownHostException("sftp.example.org"), Kind.UNREACHABLE),
                arguments(new UnresolvedAddressException(), Kind.UNREACHABLE),
                arguments(new SocketTimeoutException(), Kind.TIMEOUT),
                arguments(new TimeoutException(), Kind.TIMEOUT),
                arguments(
                        new SftpException(SftpConstants.SSH_FX_PERMISSION_DENIED, "Permission denied"),
                        Kind.PERMISSION),
                arguments(new SftpException(SftpConstants.SSH_FX_NO_SUCH_FILE, "No such file"), Kind.NOT_FOUND),
                arguments(new IOException("packet of 4 GB"), Kind.PROTOCOL));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void a_cause_has_one_kind_however_deep_it_lies(Throwable cause, Kind kind) {
        assertThat(told(cause).kind()).isEqualTo(kind);
        assertThat(told(new IOException("outer", new SshException("inner", cause)))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void a_cause_without_a_message_is_told_in_words() {
        assertThat(told(new ClosedChannelException()))
                .hasMessage("lakeshore (sftp.example.org:22): failed to write /inbox/a.csv: no connection (the line was"
                        + " closed). Nothing is lost. Next: run the same command again later.");
    }

    private PartnerServerException told(Throwable cause) {
        return failures.of("to write /inbox/a.csv", cause);
    }
}
