package counterpart.operate;

import java.util.Collection;
import java.util.List;

/**
 * What a command answers to its scheduler. The numbers are an interface: they are documented in docs/operations.md and do
 * not change.
 */
public enum ExitCode {
    DONE(0, "done"),
    NOTHING_TO_DO(3, "nothing to do"),
    DONE_WITH_REJECTS(10, "done; some rows were rejected"),
    NEEDS_A_PERSON(20, "a file is held or refused, or a delivery failed; a person must look"),
    USAGE(64, "the command was not understood"),
    NO_INPUT(66, "what was asked for does not exist"),
    UNAVAILABLE(69, "a partner's server, or a program we need, is not available; try later"),
    INTERNAL(70, "our own machinery failed"),
    INPUT_OUTPUT(74, "disk or database could not be written or read"),
    BUSY(75, "another run owns this home; try later"),
    PROTOCOL(76, "a partner's server broke the protocol"),
    SECURITY(77, "refused for security: host key, login or permission"),
    CONFIGURATION(78, "the configuration has faults; nothing was touched"),
    STOPPED(143, "stopped by a signal; the next run continues");

    /** When a night has several outcomes, the first of these that occurred is its outcome. */
    private static final List<ExitCode> WORST_FIRST = List.of(
            STOPPED,
            SECURITY,
            CONFIGURATION,
            INPUT_OUTPUT,
            INTERNAL,
            PROTOCOL,
            UNAVAILABLE,
            BUSY,
            NO_INPUT,
            USAGE,
            NEEDS_A_PERSON,
            DONE_WITH_REJECTS,
            NOTHING_TO_DO,
            DONE);

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** The worst of several outcomes; NOTHING_TO_DO only when nothing else occurred. */
    public static ExitCode worst(Collection<ExitCode> outcomes) {
        if (outcomes.contains(DONE) && WORST_FIRST.indexOf(worstOf(outcomes)) >= WORST_FIRST.indexOf(NOTHING_TO_DO)) {
            return DONE;
        }
        return worstOf(outcomes);
    }

    private static ExitCode worstOf(Collection<ExitCode> outcomes) {
        return WORST_FIRST.stream().filter(outcomes::contains).findFirst().orElse(NOTHING_TO_DO);
    }
}
