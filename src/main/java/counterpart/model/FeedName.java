package counterpart.model;

import java.util.regex.Pattern;

/** A feed's short name within its partner, for example {@code eligibility}. */
public record FeedName(String value) implements Comparable<FeedName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    /** @throws IllegalArgumentException when the value is not 2 to 31 lower-case letters, digits or hyphens, a letter first */
    public FeedName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "FeedName must be 2 to 31 lower-case letters, digits or hyphens, a letter first");
        }
    }

    @Override
    public int compareTo(FeedName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
