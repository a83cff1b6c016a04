package counterpart.finding;

import org.jspecify.annotations.Nullable;

/**
 * One problem in a partner's file, said so that the partner can act on it. A finding may reach logs, the control store
 * and the partner, so it never holds a member's data: {@code maskedValue} is masked by {@link Masks}.
 *
 * @param line physical line in the file, from 1; 0 when the finding is about the file as a whole
 * @param field the field's name in the partner's layout, when the finding is about one field
 * @param recordKey masked key of the row, when it has one
 * @param sentence what is wrong and what to do, in plain words
 */
public record Finding(
        RuleCode code,
        Severity severity,
        long line,
        @Nullable String field,
        @Nullable String recordKey,
        @Nullable String maskedValue,
        String sentence) {
    public Finding {
        if (line < 0) {
            throw new IllegalArgumentException("a line number is 0 (the file) or counted from 1");
        }
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a finding needs a sentence");
        }
    }

    /** A finding about the file as a whole. */
    public static Finding ofFile(RuleCode code, Severity severity, String sentence) {
        return new Finding(code, severity, 0, null, null, null, sentence);
    }
}
