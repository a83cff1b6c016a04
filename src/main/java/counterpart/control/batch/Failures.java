package counterpart.control.batch;

import counterpart.finding.Trouble;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into a sentence that may be kept and shown. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final String OURS = "counterpart.";

    private Failures() {}

    static StepFailure of(String job, String step, Throwable failure) {
        log.debug("job={} step={} failed", job, step, failure);
        return new StepFailure(sentence(step, failure), Trouble.kindOf(failure));
    }

    /** Our own words where we raised the failure ourselves; else only its class, for foreign text may quote a row. */
    private static String sentence(String step, Throwable failure) {
        String own = ownWords(failure);
        if (own != null) {
            return own;
        }
        String kind = failure.getClass().getName();
        String what = failure instanceof IOException ? "could not read or write (" + kind + ")" : "met " + kind;
        return "the step '" + step + "' " + what
                + " and changed nothing that counts; run the same command again, and if"
                + " it fails again, run it with debug logging to see the cause";
    }

    private static @Nullable String ownWords(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        boolean ourClass = failure.getClass().getName().startsWith(OURS);
        boolean raisedByUs = stack.length > 0 && stack[0].getClassName().startsWith(OURS);
        return ourClass || raisedByUs ? failure.getMessage() : null;
    }
}
