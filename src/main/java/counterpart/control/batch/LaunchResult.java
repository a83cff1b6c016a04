package counterpart.control.batch;

import counterpart.finding.Trouble;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one job.
 *
 * @param failure why it failed, in a sentence; only with {@link Outcome#FAILED}
 * @param trouble what a scheduler should do about it; only with {@link Outcome#FAILED}
 * @param countsByStep what its steps counted, in the order in which they ran
 */
public record LaunchResult(
        Outcome outcome, @Nullable String failure, Trouble.@Nullable Kind trouble, Map<String, Counts> countsByStep) {
    public enum Outcome {
        /** It ran to its end just now. */
        DONE,
        /** It had run to its end before; nothing was done. */
        ALREADY_DONE,
        /** A step failed; running it again continues with that step. */
        FAILED,
        /** It was asked to stop; running it again continues where it stopped. */
        STOPPED
    }

    public LaunchResult {
        countsByStep = Collections.unmodifiableMap(new LinkedHashMap<>(countsByStep));
    }

    /** Whether the work is done, now or before. */
    public boolean done() {
        return outcome == Outcome.DONE || outcome == Outcome.ALREADY_DONE;
    }
}
