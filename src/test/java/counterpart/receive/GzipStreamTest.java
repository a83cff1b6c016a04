package counterpart.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {
    private static byte[] gzip(byte[] clear) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(clear);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private static byte[] clear(byte[] packed, Limits limits) throws IOException {
        try (InputStream in = new GzipStream(new ByteArrayInputStream(packed), limits)) {
            return in.readAllBytes();
        }
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_000, 65_536, 200_000})
    void what_was_packed_comes_out(int length) throws IOException {
        byte[] clear = noise(length);
        assertThat(clear(gzip(clear), Limits.DEFAULT)).isEqualTo(clear);
        assertThat(clear(join(gzip(clear), gzip(clear)), Limits.DEFAULT)).isEqualTo(join(clear, clear));
    }

    @Test
    void every_cut_is_noticed() throws IOException {
        byte[] packed = gzip(noise(300));
        for (int length = 2; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> clear(cut, Limits.DEFAULT))
                    .as("cut at %d", length)
                    .isInstanceOf(PackingDamage.class);
        }
    }

    @Test
    void a_damaged_byte_never_gives_other_content() throws IOException {
        byte[] clear = noise(300);
        byte[] packed = gzip(clear);
        int noticed = 0;
        for (int i = 10; i < packed.length; i++) {
            byte[] damaged = packed.clone();
            damaged[i] ^= 0x10;
            try {
                assertThat(clear(damaged, Limits.DEFAULT)).as("byte %d", i).isEqualTo(clear);
            } catch (PackingDamage e) {
                noticed++;
            }
        }
        assertThat(noticed).as("all but padding").isGreaterThanOrEqualTo(packed.length - 11);
    }

    @Test
    void bytes_after_the_packed_data_are_a_fault_and_never_dropped() throws IOException {
        byte[] packed = join(gzip(noise(10)), new byte[] {'r', 'o', 'w'});
        assertThatThrownBy(() -> clear(packed, Limits.DEFAULT))
                .isInstanceOf(PackingDamage.class)
                .hasMessageContaining("other data after");
    }

    @Test
    void neither_size_nor_ratio_is_endless() throws IOException {
        byte[] bomb = gzip(new byte[20 * 1024 * 1024]);
        assertThatThrownBy(() -> clear(bomb, Limits.DEFAULT))
                .isInstanceOf(PackingDamage.class)
                .hasMessageContaining("200 times");
        byte[] large = gzip(noise(1001));
        assertThat(clear(large, new Limits(2000, 1001, 200))).hasSize(1001);
        assertThatThrownBy(() -> clear(large, new Limits(2000, 1000, 200)))
                .isInstanceOf(PackingDamage.class)
                .hasMessageContaining("more than 1000 bytes");
    }
}
