package counterpart.model;

import java.util.regex.Pattern;

/** A load's name: the file it came from and the attempt, for example {@code F-000042-1}; it doubles as a folder name. */
public record LoadId(String value) implements Comparable<LoadId> {
    private static final Pattern FORM = Pattern.compile("F-[0-9]{6,12}-[0-9]{1,4}");

    /** @throws IllegalArgumentException when the value is not a file id, a hyphen and the attempt */
    public LoadId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("LoadId must be a file id, a hyphen and the attempt");
        }
    }

    /** The file that the load was made of. */
    public FileId file() {
        return new FileId(value.substring(0, value.lastIndexOf('-')));
    }

    @Override
    public int compareTo(LoadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
