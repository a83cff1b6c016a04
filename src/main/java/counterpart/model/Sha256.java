package counterpart.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest. */
public record Sha256(String value) implements Comparable<Sha256> {
    private static final int BLOCK = 1 << 16;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the value is not 64 lower-case hexadecimal digits */
    public Sha256 {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Sha256 must be 64 lower-case hexadecimal digits");
        }
    }

    /** A digest that is still growing, for bytes that are read for another purpose too; {@link #of} ends it. */
    public static MessageDigest growing() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Ends a digest; what it is given afterwards begins a new one. */
    public static Sha256 of(MessageDigest growing) {
        return new Sha256(HexFormat.of().formatHex(growing.digest()));
    }

    public static Sha256 of(byte[] bytes) {
        MessageDigest digest = growing();
        digest.update(bytes);
        return of(digest);
    }

    /** The digest of a text in UTF-8. */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of all that is left of a stream, which stays open. */
    public static Sha256 of(InputStream in) throws IOException {
        MessageDigest digest = growing();
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            digest.update(block, 0, n);
        }
        return of(digest);
    }

    public static Sha256 of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    @Override
    public int compareTo(Sha256 other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
