package counterpart.partner.yaml;

import com.ulisesbocchio.jasyptspringboot.encryptor.SimpleGCMByteEncryptor;
import com.ulisesbocchio.jasyptspringboot.encryptor.SimpleGCMConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts the {@code ENC(...)} values of the configuration with Jasypt's AES-256 in Galois counter mode
 * (NIST SP 800-38D) under a random key. A value that was altered in any bit, or made with another key, does not decrypt.
 */
public final class SecretBox {
    /** Name of the environment variable that holds the key, as {@link #newKey} makes it. */
    public static final String KEY_VARIABLE = "COUNTERPART_KEY";

    /** Name of the environment variable that names a file whose first line is the key. */
    public static final String KEY_FILE_VARIABLE = "COUNTERPART_KEY_FILE";

    private static final String PREFIX = "ENC(";
    private static final String SUFFIX = ")";
    private static final int KEY_BYTES = 32;

    private final SimpleGCMByteEncryptor encryptor;

    /**
     * @param base64Key 256 random bits in Base64, as {@link #newKey} makes them
     * @throws IllegalArgumentException when it is no such key
     */
    public SecretBox(String base64Key) {
        byte[] key = canonicalBase64(base64Key);
        if (key == null || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key is not 256 bits in Base64, so ENC(...) values cannot be read. "
                    + "Make one with: openssl rand -base64 32");
        }
        SimpleGCMConfig config = new SimpleGCMConfig();
        config.setSecretKey(base64Key);
        encryptor = new SimpleGCMByteEncryptor(config);
    }

    /**
     * The box for the key that the environment names, if it names one.
     *
     * @param environment the process's environment; the caller reads it, not this class
     * @throws IllegalArgumentException when the key is no key, or its file cannot be read or can be read by others
     */
    public static Optional<SecretBox> fromEnvironment(Map<String, String> environment) {
        String key = environment.getOrDefault(KEY_VARIABLE, "").strip();
        if (!key.isEmpty()) {
            return Optional.of(new SecretBox(key));
        }
        String file = environment.getOrDefault(KEY_FILE_VARIABLE, "").strip();
        return file.isEmpty() ? Optional.empty() : Optional.of(new SecretBox(keyIn(Path.of(file))));
    }

    /** A new random key in Base64, to be kept outside the configuration. */
    public static String newKey() {
        return SimpleGCMByteEncryptor.generateBase64EncodedSecretKey();
    }

    /** Whether a value of the configuration is meant to be decrypted. */
    static boolean isEncrypted(String value) {
        return value.strip().startsWith(PREFIX);
    }

    /** The secret as {@code ENC(...)}, ready to be put into a configuration file. Twice the same secret differs. */
    public String encrypt(String secret) {
        byte[] sealed = encryptor.encrypt(secret.getBytes(StandardCharsets.UTF_8));
        return PREFIX + Base64.getEncoder().encodeToString(sealed) + SUFFIX;
    }

    /**
     * The secret in an {@code ENC(...)} value.
     *
     * @return none when the value was cut or altered, or made with another key
     */
    public Optional<String> decrypt(String value) {
        String text = value.strip();
        if (!text.startsWith(PREFIX) || !text.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        byte[] sealed = canonicalBase64(text.substring(PREFIX.length(), text.length() - SUFFIX.length()));
        if (sealed == null || sealed.length <= SimpleGCMByteEncryptor.GCM_IV_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(encryptor.decrypt(sealed), StandardCharsets.UTF_8));
        } catch (Exception e) {
            // Jasypt lets javax.crypto's checked AEADBadTagException through undeclared: no narrower type can be named.
            return Optional.empty();
        }
    }

    /** Base64 that encodes back to itself: Java's decoder would let unused bits of the last character pass. */
    private static byte @Nullable [] canonicalBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String keyIn(Path file) {
        if (SecretFiles.isReadableByOthers(file)) {
            throw new IllegalArgumentException(
                    "Others can read the key file " + file + ". Close it with: chmod 600 " + file);
        }
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The key file " + file + " that " + KEY_FILE_VARIABLE + " names cannot be read, "
                            + "so ENC(...) values cannot be read. Correct the variable or the file's rights.",
                    e);
        }
    }
}
