package counterpart.model;

import java.util.regex.Pattern;

/** A received file's number in the custody ledger, for example {@code F-000042}; it doubles as a safe local name. */
public record FileId(String value) implements Comparable<FileId> {
    private static final Pattern FORM = Pattern.compile("F-[0-9]{6,12}");

    /** @throws IllegalArgumentException when the value is not F- and 6 to 12 digits */
    public FileId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("FileId must be F- and 6 to 12 digits");
        }
    }

    @Override
    public int compareTo(FileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
