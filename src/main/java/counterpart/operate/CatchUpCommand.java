package counterpart.operate;

import counterpart.control.batch.JobHistory;
import counterpart.partner.Configuration;
import java.time.Clock;
import java.time.LocalDate;
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

/** Runs the nights that were missed. */
@Command(
        name = "catch-up",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every night since a business date that did not come to its end, the oldest first, up to today.",
            "--dry-run names them."
        },
        footer = {"", "Example: ./counterpart catch-up --since 2026-11-01"})
final class CatchUpCommand implements Callable<Integer> {
    private static final int LONGEST_DAYS = 366;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--since", required = true, paramLabel = "YYYY-MM-DD", description = "The first business date.")
    private LocalDate since = LocalDate.EPOCH;

    @Option(names = "--dry-run", description = "Name the nights, and run none.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Clock clock = Clock.systemDefaultZone();
        LocalDate today = LocalDate.now(clock);
        if (since.isAfter(today) || since.isBefore(today.minusDays(LONGEST_DAYS))) {
            throw new ParameterException(spec.commandLine(), "--since must be a day of the last year");
        }
        Talk talk = new Talk(spec.commandLine().getOut());
        if (dryRun) {
            try (OpenStores stores = OpenStores.look(options.home(), spec.qualifiedName())) {
                missed(stores.jobs(), today).forEach(day -> talk.say("Would run the night of " + day + "."));
                talk.say("Nothing was run (--dry-run).");
                return ExitCode.DONE.code();
            }
        }
        Configuration configuration = Configurations.require(options.configuration());
        try (Installation installation = Installation.open(options.home(), configuration, clock, "catch-up")) {
            installation.listen(talk);
            return Closing.watched(installation, () -> run(installation, today, talk));
        }
    }

    private int run(Installation installation, LocalDate today, Talk talk) {
        List<ExitCode> outcomes = new ArrayList<>();
        List<LocalDate> missed = missed(new JobHistory(installation.get(JdbcClient.class)), today);
        for (LocalDate day : missed) {
            talk.say("Night of " + day);
            Nightly.Result night = new Nightly(installation, talk).run(day, Nightly.poll(installation));
            NightlyCommand.tell(talk, installation, night);
            outcomes.add(night.exitCode());
        }
        talk.say(missed.isEmpty() ? "No night was missed." : missed.size() + " nights were run.");
        return Closing.tell(installation, talk, ExitCode.worst(outcomes), missed.size() + " nights were run");
    }

    /** Days for which no reconciliation came to its end. */
    private List<LocalDate> missed(JobHistory jobs, LocalDate today) {
        return since.datesUntil(today.plusDays(1))
                .filter(day -> jobs.last("reconcile", "asOf", day.toString())
                        .filter(job -> !job.unfinished())
                        .isEmpty())
                .toList();
    }
}
