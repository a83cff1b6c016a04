package counterpart.operate;

import counterpart.control.RunLog;
import counterpart.control.batch.JobHistory.JobRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explains how a run ended. */
final class RunExplanations {
    private static final String COUNTERPART = "./counterpart ";

    private RunExplanations() {}

    static Explanation of(RunLog.Run run, List<JobRun> jobs) {
        String word = RunsCommand.word(run);
        String what = "Run " + run.id() + " ('" + run.command() + "') ended: " + word
                + (run.exitCode() == null ? "" : " (exit code " + run.exitCode() + ")") + ".";
        List<JobRun> failed = jobs.stream().filter(JobRun::unfinished).toList();
        List<String> next = new ArrayList<>();
        next.add(COUNTERPART + run.command().replaceFirst("^counterpart ", ""));
        next.add(COUNTERPART + "run show " + run.id());
        if (word.equals("killed")) {
            return new Explanation(
                    "run " + run.id(),
                    what,
                    "its process ended without a word: it was killed, or the machine stopped.",
                    "nothing is lost; the next run continues with what was not finished.",
                    next);
        }
        if (!failed.isEmpty()) {
            return new Explanation(
                    "run " + run.id(),
                    what,
                    failed.stream()
                            .map(job -> job.job() + " " + RunShowCommand.keys(job) + ": "
                                    + job.failure().orElse("it was stopped before it ended"))
                            .collect(Collectors.joining("\n                ")),
                    "what these jobs work for stays undone until a run does it; finished work stays finished.",
                    next);
        }
        return ended(run, what, next);
    }

    private static Explanation ended(RunLog.Run run, String what, List<String> next) {
        Integer code = run.exitCode();
        if (code != null && code == ExitCode.NEEDS_A_PERSON.code()) {
            next.add(0, COUNTERPART + "files --state HELD");
            next.add(1, COUNTERPART + "files --state REFUSED");
            return new Explanation(
                    "run " + run.id(),
                    what,
                    "no job failed; a file was held or refused, or something was not delivered. " + run.summary(),
                    "what is held or refused stays out of the books.",
                    next);
        }
        return new Explanation(
                "run " + run.id(),
                what,
                "no job failed. " + run.summary(),
                "nothing; there is nothing to do.",
                List.of(COUNTERPART + "run show " + run.id()));
    }
}
