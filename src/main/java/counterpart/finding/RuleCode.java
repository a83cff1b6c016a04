package counterpart.finding;

import java.util.regex.Pattern;

/** A rule's stable public code: a letter for its family, a hyphen, three digits; for example {@code E-103}. */
public record RuleCode(String value) implements Comparable<RuleCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z]-[0-9]{3}");

    /** @throws IllegalArgumentException when the value has another form */
    public RuleCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a rule code has the form E-103, not '" + value + "'");
        }
    }

    @Override
    public int compareTo(RuleCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
