package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;

/**
 * What is public about one check: its stable code, what it does, and what a partner is told.
 *
 * @param severity what a finding of it does; where guards decide between two, the milder one
 * @param what what is wrong, as a sentence
 * @param remedy what the partner should do, as a sentence
 * @param source where the check comes from
 */
public record Edit(RuleCode code, Severity severity, Level level, String what, String remedy, String source) {
    /** What a check looks at. */
    public enum Level {
        FILE,
        FIELD,
        RECORD,
        CROSS
    }

    static Edit of(String code, Severity severity, Level level, String what, String remedy, String source) {
        return new Edit(new RuleCode(code), severity, level, what, remedy, source);
    }

    /** Both sentences. */
    public String sentence() {
        return what + " " + remedy;
    }

    /** A finding about the file as a whole; the detail says what was seen. */
    public Finding ofFile(String detail) {
        return Finding.ofFile(code, severity, detail + " " + remedy);
    }

    /** The same edit with another advice. */
    Edit withRemedy(String other) {
        return new Edit(code, severity, level, what, other, source);
    }

    /** The same edit with another effect. */
    Edit with(Severity other) {
        return new Edit(code, other, level, what, remedy, source);
    }
}
