package counterpart.model;

import java.util.regex.Pattern;

/** A partnership's short name in configuration, for example {@code cascadia-lakeshore}. */
public record PartnershipId(String value) implements Comparable<PartnershipId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,60}");

    /** @throws IllegalArgumentException when the value is not 2 to 61 lower-case letters, digits or hyphens, a letter first */
    public PartnershipId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "PartnershipId must be 2 to 61 lower-case letters, digits or hyphens, a letter first");
        }
    }

    @Override
    public int compareTo(PartnershipId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
