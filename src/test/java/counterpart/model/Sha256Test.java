package counterpart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the examples that NIST publishes for FIPS 180-4, and its million of the letter a. */
class Sha256Test {
    private static final Sha256 ABC = new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    private static final Sha256 MILLION =
            new Sha256("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");

    @Test
    void bytes_texts_streams_and_files_have_the_published_digests(@TempDir Path folder) throws IOException {
        byte[] million = new byte[1_000_000];
        Arrays.fill(million, (byte) 'a');
        Path file = Files.write(folder.resolve("million"), million);

        assertThat(Sha256.of("abc")).isEqualTo(ABC);
        assertThat(Sha256.of(million)).isEqualTo(MILLION);
        assertThat(Sha256.of(new ByteArrayInputStream(million))).isEqualTo(MILLION);
        assertThat(Sha256.of(file)).isEqualTo(MILLION);
    }

    @Test
    void one_that_grows_is_what_was_added_and_begins_anew_when_it_is_asked() {
        MessageDigest growing = Sha256.growing();
        growing.update("a".getBytes(StandardCharsets.US_ASCII));
        growing.update("bc".getBytes(StandardCharsets.US_ASCII));
        assertThat(Sha256.of(growing)).isEqualTo(ABC);

        growing.update("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(Sha256.of(growing)).isEqualTo(ABC);
    }

    @Test
    void what_is_no_digest_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sha256(ABC.value().toUpperCase(Locale.ROOT)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sha256("ba78"));
    }
}
