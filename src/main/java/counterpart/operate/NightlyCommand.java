package counterpart.operate;

import counterpart.partner.Configuration;
import counterpart.receive.Custody;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A night, as a scheduler starts it. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = {
            "Collects from every partner, reads and answers each file, reconciles every partnership.",
            "Safe to start again at any time: finished work is not done twice, unfinished work continues."
        })
final class NightlyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The business date (default: today in this system's zone).")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        Configuration configuration = Configurations.require(options.configuration());
        Clock clock = Clock.systemDefaultZone();
        Talk talk = new Talk(spec.commandLine().getOut());
        try (Installation installation = Installation.open(options.home(), configuration, clock, "nightly")) {
            installation.listen(talk);
            return Closing.watched(installation, () -> {
                LocalDate businessDate = date == null ? BusinessDates.today(installation, talk) : date;
                Nightly.Result result = new Nightly(installation, talk).run(businessDate, Nightly.poll(installation));
                tell(talk, installation, result);
                return Closing.tell(installation, talk, result.exitCode(), result.summary());
            });
        }
    }

    static void tell(Talk talk, Installation installation, Nightly.Result result) {
        if (result.read().isEmpty()) {
            talk.say(
                    result.exitCode() == ExitCode.STOPPED
                            ? "No file was read before the stop."
                            : result.failures().isEmpty()
                                    ? "No new file was there to read."
                                    : "No file was read; what failed is said above.");
        } else {
            talk.say(NightTables.files(result.read(), installation.get(Custody.class)));
        }
        if (!result.reconciled().isEmpty()) {
            talk.say(NightTables.reconciliations(result.reconciled(), result.businessDate()));
            Table nettings = NightTables.nettings(Nightly.nettings(installation, result.reconciled()));
            if (!nettings.isEmpty()) {
                talk.say(nettings);
            }
            talk.say(NightTables.breaks(result.reconciled()));
        }
        talk.say(
                result.exitCode().meaning() + " (exit code " + result.exitCode().code() + ")");
    }
}
