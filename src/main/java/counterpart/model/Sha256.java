package counterpart.model;

import java.util.regex.Pattern;

/** A SHA-256 digest. */
public record Sha256(String value) implements Comparable<Sha256> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the value is not 64 lower-case hexadecimal digits */
    public Sha256 {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Sha256 must be 64 lower-case hexadecimal digits");
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
