package counterpart.operate;

import counterpart.model.FeedId;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Notes that both sides do without a file that was due. */
@Command(
        name = "excuse",
        mixinStandardHelpOptions = true,
        description = {
            "Notes that both sides agreed to do without a file that is due, late or missing.",
            "No measure counts it against anybody; editions show how many were excused."
        },
        footer = {
            "",
            "Example: ./counterpart excuse --feed lakeshore/medical --date 2026-11-23 \\",
            "           --reason \"no adjudication in the holiday week, agreed by mail of 2 Nov\""
        })
final class ExcuseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--feed", required = true, paramLabel = "PARTNER/FEED", description = "Whose file it would be.")
    private String feed = "";

    @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "The day on which it was due.")
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; the audit keeps it.")
    private String reason = "";

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "say why with --reason; the audit keeps it");
        }
        FeedId id = feed();
        try (OpenStores stores = OpenStores.take(options.home(), spec.name())) {
            stores.decisions().excuse(id, date, Operator.name(), reason);
        } catch (IllegalStateException e) {
            throw new CommandFailure(ExitCode.NO_INPUT, String.valueOf(e.getMessage()));
        }
        Saying saying = new Saying(spec.commandLine().getOut(), json);
        saying.say("The file of " + id + " that was due on " + date + " is excused. The next edition says so.");
        return saying.end(Json.object("act", spec.name(), "feed", id, "date", date), ExitCode.DONE.code());
    }

    private FeedId feed() {
        try {
            return FeedId.of(feed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "'" + feed + "' is no feed; they look like lakeshore/medical");
        }
    }
}
