package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER_KEY = "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"s", "correct horse battery staple", "Größe 12 ÷ 4 €", "ENC(nested)", " padded "})
    void what_was_encrypted_comes_back(String secret) {
        SecretBox box = new SecretBox(KEY);

        String sealed = box.encrypt(secret);

        assertThat(sealed).startsWith("ENC(").endsWith(")").doesNotContain(secret.strip() + ")");
        assertThat(box.decrypt(sealed)).contains(secret);
        assertThat(new SecretBox(KEY).decrypt("  " + sealed + " ")).contains(secret);
    }

    @Test
    void the_same_secret_never_looks_the_same_twice() {
        SecretBox box = new SecretBox(KEY);

        assertThat(box.encrypt("secret")).isNotEqualTo(box.encrypt("secret"));
    }

    @Test
    void every_flipped_bit_is_found() {
        SecretBox box = new SecretBox(KEY);
        byte[] sealed = sealedBytes(box.encrypt("the password of a partner"));

        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThat(box.decrypt(enc(altered))).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void every_altered_character_is_found_even_where_it_stands_for_the_same_bytes() {
        SecretBox box = new SecretBox(KEY);
        // 12 bytes of nonce, 2 of text and 16 of tag leave four unused bits in the last character of Base64.
        String sealed = box.encrypt("ab");

        for (int i = "ENC(".length(); i < sealed.length() - 1; i++) {
            for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \n".toCharArray()) {
                if (c != sealed.charAt(i)) {
                    String altered = sealed.substring(0, i) + c + sealed.substring(i + 1);
                    assertThat(box.decrypt(altered)).as(altered).isEmpty();
                }
            }
        }
    }

    @Test
    void a_cut_value_is_found_wherever_it_was_cut() {
        SecretBox box = new SecretBox(KEY);
        byte[] sealed = sealedBytes(box.encrypt("secret"));

        for (int length = 0; length < sealed.length; length++) {
            assertThat(box.decrypt(enc(java.util.Arrays.copyOf(sealed, length))))
                    .isEmpty();
        }
        assertThat(box.decrypt("ENC(")).isEmpty();
        assertThat(box.decrypt("ENC()")).isEmpty();
        assertThat(box.decrypt("plain")).isEmpty();
    }

    @Test
    void another_key_does_not_open_it() {
        assertThat(new SecretBox(OTHER_KEY).decrypt(new SecretBox(KEY).encrypt("secret")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password", "c2hvcnQ=", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDF="})
    void what_is_no_key_is_refused_with_the_command_that_makes_one(String noKey) {
        assertThatThrownBy(() -> new SecretBox(noKey))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void a_new_key_is_one_and_differs_from_the_next() {
        String key = SecretBox.newKey();

        assertThat(new SecretBox(key).decrypt(new SecretBox(key).encrypt("x"))).contains("x");
        assertThat(SecretBox.newKey()).isNotEqualTo(key);
    }

    @Test
    void the_environment_names_the_key_or_its_file_or_nothing() throws IOException {
        Path file = temp.resolve("key");
        Files.writeString(file, KEY + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        String sealed = new SecretBox(KEY).encrypt("secret");

        assertThat(SecretBox.fromEnvironment(Map.of())).isEmpty();
        assertThat(SecretBox.fromEnvironment(Map.of(SecretBox.KEY_VARIABLE, KEY))
                        .orElseThrow()
                        .decrypt(sealed))
                .contains("secret");
        assertThat(SecretBox.fromEnvironment(Map.of(SecretBox.KEY_FILE_VARIABLE, file.toString()))
                        .orElseThrow()
                        .decrypt(sealed))
                .contains("secret");
    }

    @Test
    void a_key_file_that_is_missing_or_open_to_others_is_refused() throws IOException {
        Path file = temp.resolve("key");
        Map<String, String> environment = Map.of(SecretBox.KEY_FILE_VARIABLE, file.toString());
        assertThatThrownBy(() -> SecretBox.fromEnvironment(environment)).hasMessageContaining("cannot be read");

        Files.writeString(file, KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SecretBox.fromEnvironment(environment)).hasMessageContaining("chmod 600");
    }

    private static byte[] sealedBytes(String enc) {
        return Base64.getDecoder().decode(enc.substring("ENC(".length(), enc.length() - 1));
    }

    private static String enc(byte[] sealed) {
        return "ENC(" + Base64.getEncoder().encodeToString(sealed) + ")";
    }
}
