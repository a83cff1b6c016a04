package counterpart.partner.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.PartnerId;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A partner's bytes that come slowly, by a clock of our own. */
class RemoteStreamTest {
    private static final int LENGTH = 4 << 20;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void what_is_too_slow_to_finish_is_given_up_after_the_first_minute() {
        assertThatThrownBy(() -> readAt(8_000))
                .isInstanceOfSatisfying(
                        PartnerServerException.class,
                        e -> assertThat(e.kind()).isEqualTo(PartnerServerException.Kind.PROTOCOL))
                .hasMessageContainingAll("are too slow to finish", "it was not taken", "Next:");
        assertThat(Duration.ofNanos(nanos.get())).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void what_is_slow_and_comes_to_its_end_is_taken() throws IOException {
        assertThat(readAt(20_000)).isEqualTo(LENGTH);
    }

    private long readAt(int bytesPerSecond) throws IOException {
        Connection connection = new Connection(
                "127.0.0.1", 22, "user", new Secret("x"), null, null, List.of("SHA256:x"), Duration.ofSeconds(2));
        Failures failures = new Failures(
                new PartnerId("lakeshore"),
                connection,
                new PinnedHostKeys(connection.hostKeys()),
                new StrictAlgorithms());
        ByteArrayInputStream slow = new ByteArrayInputStream(new byte[LENGTH]) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                int n = super.read(bytes, offset, length);
                nanos.addAndGet(Duration.ofSeconds(Math.max(n, 0)).toNanos() / bytesPerSecond);
                return n;
            }
        };
        try (RemoteStream stream = new RemoteStream(slow, "to read /outbox/a", failures, LENGTH, nanos::get)) {
            return stream.transferTo(OutputStream.nullOutputStream());
        }
    }
}
