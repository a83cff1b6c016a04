package counterpart.operate;

import counterpart.control.RunLog;
import counterpart.control.batch.JobHistory.JobRun;
import counterpart.control.batch.JobHistory.StepRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one run: its jobs and steps, what they counted, how long they took, why they failed. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows the jobs and steps of a run: counts, how long each took, why one failed.",
        footer = {"", "Example: ./counterpart run show 12"})
final class RunShowCommand extends LookCommand {
    @Parameters(paramLabel = "RUN", description = "The run's number, as 'runs' lists it.")
    private long number;

    @Override
    Answer look(OpenStores stores) {
        RunLog.Run run = find(stores, number);
        List<JobRun> jobs = stores.jobs().ofRun(number);
        Map<String, @Nullable Object> facts = Json.object(
                "number", run.id(),
                "command", run.command(),
                "started", run.started(),
                "ended", run.ended(),
                "outcome", RunsCommand.word(run),
                "exitCode", run.exitCode(),
                "summary", run.summary());
        String text = "Run " + number + ": '" + run.command() + "' of " + Times.shown(run.started()) + ", "
                + RunsCommand.word(run) + (run.exitCode() == null ? "" : " (exit code " + run.exitCode() + ")")
                + ", took "
                + RunsCommand.took(run) + ".\n"
                + (run.summary().isEmpty() ? "" : run.summary() + "\n") + "\n"
                + (jobs.isEmpty() ? "It started no job." : steps(jobs).table() + failures(jobs));
        return new Answer(
                "run",
                Json.object(
                        "run",
                        facts,
                        "jobs",
                        jobs.stream().map(RunShowCommand::json).toList()),
                text);
    }

    /** @throws CommandFailure when there is no such run */
    static RunLog.Run find(OpenStores stores, long number) {
        return stores.runs()
                .find(number)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NO_INPUT, "there is no run " + number + ". To list them: ./counterpart runs"));
    }

    /** What a job worked for, in the order of the keys' names, without digests nobody reads. */
    static String keys(JobRun job) {
        return job.keys().entrySet().stream()
                .filter(key ->
                        !key.getKey().equals("booksHash") && !key.getKey().equals("poll"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    private static Listing steps(List<JobRun> jobs) {
        Listing listing = new Listing("job", "for", "step", "outcome", "took", "counts");
        for (JobRun job : jobs) {
            for (StepRun step : job.steps()) {
                listing.row(
                        job.job(),
                        keys(job),
                        step.step(),
                        step.status().toLowerCase(Locale.ROOT),
                        Times.shown(step.took()),
                        counts(step));
            }
        }
        return listing;
    }

    private static String counts(StepRun step) {
        return step.counts().entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> count.getKey() + String.format(Locale.ROOT, " %,d", count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String failures(List<JobRun> jobs) {
        return jobs.stream()
                .filter(job -> job.failure().isPresent())
                .map(job -> "\nFAILED " + job.job() + " " + keys(job) + ": "
                        + job.failure().orElse(""))
                .collect(Collectors.joining());
    }

    private static Map<String, @Nullable Object> json(JobRun job) {
        return Json.object(
                "number", job.number(),
                "job", job.job(),
                "keys", job.keys(),
                "status", job.status(),
                "tookMillis", job.took().map(java.time.Duration::toMillis),
                "failure", job.failure(),
                "steps",
                        job.steps().stream()
                                .map(step -> Json.object(
                                        "step", step.step(),
                                        "status", step.status(),
                                        "tookMillis", step.took().map(java.time.Duration::toMillis),
                                        "counts", step.counts()))
                                .toList());
    }
}
