package counterpart.operate;

import counterpart.control.Audit;
import counterpart.control.batch.JobHistory;
import counterpart.control.batch.JobHistory.JobRun;
import counterpart.control.batch.LaunchResult;
import counterpart.partner.Configuration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Delivers again what did not reach its recipient. */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        description = {
            "Goes on with editions that did not reach every recipient. What was delivered is not sent again.",
            "An edition is sent as it was issued, whatever became of the books since."
        },
        footer = {"", "Example: ./counterpart deliver --retry --reason \"partner's server is back\""})
final class DeliverCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--retry", required = true, description = "Try again what failed.")
    private boolean retry;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; the audit keeps it.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Say what would be tried again, and send nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    @SuppressWarnings("NullAway.Init")
    private Saying saying;

    @Override
    public Integer call() {
        if (!retry || reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "say --retry, and why with --reason; the audit keeps it");
        }
        saying = new Saying(spec.commandLine().getOut(), json);
        if (dryRun) {
            try (OpenStores stores = OpenStores.look(options.home(), spec.qualifiedName())) {
                List<JobRun> failed = stores.jobs().unfinished("review");
                failed.forEach(job -> say("Would go on with the edition " + RunShowCommand.keys(job) + "."));
                say(failed.isEmpty() ? "No edition waits to be delivered." : "Nothing was sent (--dry-run).");
                return ended(ExitCode.DONE.code());
            }
        }
        Configuration configuration = Configurations.require(options.configuration());
        OpenStores.requireHome(options.home());
        try (Installation installation =
                Installation.open(options.home(), configuration, Clock.systemDefaultZone(), spec.name())) {
            return ended(Closing.watched(installation, () -> deliver(installation)));
        }
    }

    private int deliver(Installation installation) {
        JobHistory jobs = new JobHistory(installation.get(JdbcClient.class));
        List<ExitCode> outcomes = new ArrayList<>();
        List<JobRun> failed = jobs.unfinished("review");
        for (JobRun job : failed) {
            String edition = "the edition " + RunShowCommand.keys(job);
            installation
                    .get(Audit.class)
                    .record(
                            Operator.name(),
                            "retried delivery",
                            RunShowCommand.keys(job).replace(' ', '/'),
                            reason);
            LaunchResult result = installation.launch("review", job.keys());
            outcomes.add(result.done() ? ExitCode.DONE : LaunchOutcomes.exitCode(result));
            say(result.done() ? edition + " reached every recipient." : "FAILED " + edition + ": " + result.failure());
        }
        if (failed.isEmpty()) {
            say("No edition waits to be delivered.");
        }
        ExitCode worst = ExitCode.worst(outcomes);
        return Closing.tell(installation, worst, failed.size() + " editions tried again");
    }

    private int ended(int exitCode) {
        return saying.end(Json.object("act", spec.name(), "dryRun", dryRun), exitCode);
    }

    private void say(String sentence) {
        saying.say(sentence);
    }
}
