package counterpart.model;

import java.util.regex.Pattern;

/** A partner's short name in configuration, for example {@code lakeshore}. */
public record PartnerId(String value) implements Comparable<PartnerId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    /** @throws IllegalArgumentException when the value is not 2 to 31 lower-case letters, digits or hyphens, a letter first */
    public PartnerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "PartnerId must be 2 to 31 lower-case letters, digits or hyphens, a letter first");
        }
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
