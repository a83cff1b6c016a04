package counterpart.operate;

import counterpart.control.batch.LaunchResult;
import counterpart.finding.Trouble;

/** What a job's end means to a scheduler. */
final class LaunchOutcomes {
    private LaunchOutcomes() {}

    static boolean failed(LaunchResult result) {
        return result.outcome() == LaunchResult.Outcome.FAILED;
    }

    static ExitCode exitCode(LaunchResult result) {
        return switch (result.outcome()) {
            case DONE, ALREADY_DONE -> ExitCode.NOTHING_TO_DO;
            case STOPPED -> ExitCode.STOPPED;
            case FAILED -> failed(result.trouble() == null ? Trouble.Kind.INTERNAL : result.trouble());
        };
    }

    /** Other work of the run was done, so the code that says "nothing was touched" would be wrong. */
    private static ExitCode failed(Trouble.Kind trouble) {
        return trouble == Trouble.Kind.CONFIGURATION ? ExitCode.NEEDS_A_PERSON : Failures.exitCode(trouble);
    }
}
