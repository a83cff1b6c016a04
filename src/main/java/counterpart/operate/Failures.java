package counterpart.operate;

import counterpart.control.HomeBusyException;
import counterpart.control.HomeLostException;
import counterpart.finding.Trouble;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Tells a failure to the operator in one sentence, and to the scheduler as an exit code. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static int explain(Throwable failure, PrintWriter err) {
        log.debug("command failed", failure);
        err.println("counterpart: " + sentence(failure));
        return exitCode(failure).code();
    }

    static ExitCode exitCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandFailure own) {
                return own.exitCode();
            }
            if (cause instanceof HomeBusyException || cause instanceof HomeLostException) {
                return ExitCode.BUSY;
            }
        }
        return exitCode(Trouble.kindOf(failure));
    }

    static ExitCode exitCode(Trouble.Kind trouble) {
        return switch (trouble) {
            case UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case PROTOCOL -> ExitCode.PROTOCOL;
            case SECURITY -> ExitCode.SECURITY;
            case CONFIGURATION -> ExitCode.CONFIGURATION;
            case INPUT_OUTPUT -> ExitCode.INPUT_OUTPUT;
            case UNDELIVERED -> ExitCode.NEEDS_A_PERSON;
            case INTERNAL -> ExitCode.INTERNAL;
        };
    }

    /** A sentence with its full stop, so that another may follow. */
    static String ended(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith(".)") ? sentence : sentence + ".";
    }

    /**
     * Our own words where the failure is ours. A foreign text might quote a row, so only the kind of what is behind it is
     * told; one about a file names the file and what is wrong with it.
     */
    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("counterpart.") && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        if (failure instanceof IllegalArgumentException || failure instanceof UncheckedIOException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return "stopped by " + root.getClass().getName()
                + (root instanceof FileSystemException ? " (" + root.getMessage() + ")" : "")
                + ". What was finished stays finished; run the command again. If it happens again, run it with"
                + " COUNTERPART_JAVA_OPTS=-Dlogging.level.counterpart=debug and report what it logs.";
    }
}
