package counterpart.operate;

import counterpart.control.RunLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs of commands. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the runs of nightly, monthly and other commands, the newest first.",
        footer = {"", "One run in full: ./counterpart run show 12"})
final class RunsCommand extends LookCommand {
    /** {@code run show} tells it whole. */
    private static final int LONGEST_SUMMARY = 80;

    @Option(names = "--last", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int last = 20;

    @Override
    void check() {
        if (last < 1) {
            throw misused("--last must be 1 or more");
        }
    }

    @Override
    Answer look(OpenStores stores) {
        Listing listing = new Listing("run", "command", "started", "took", "outcome", "code", "summary")
                .shortened("summary", LONGEST_SUMMARY);
        for (RunLog.Run run : stores.runs().latest(last)) {
            listing.row(run.id(), run.command(), run.started(), took(run), word(run), run.exitCode(), run.summary());
        }
        return Answer.of("runs", listing, "Nothing has run yet.");
    }

    static String took(RunLog.Run run) {
        Instant ended = run.ended();
        // Not known when the clock was moved back meanwhile.
        return Times.shown(
                ended == null || ended.isBefore(run.started())
                        ? Optional.empty()
                        : Optional.of(Duration.between(run.started(), ended)));
    }

    /** No run owns the home while we look, so one that calls itself running was killed. */
    static String word(RunLog.Run run) {
        String outcome = run.outcome().equals("RUNNING") ? "KILLED" : run.outcome();
        return outcome.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
