package counterpart.operate;

import counterpart.keep.Purge;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.FileQuery;
import counterpart.receive.ReceivedFile;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes room in a home. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Tells which loads and runs count no more and how much room they take; removes them with --apply.",
            "What counts, what a withdrawal would bring back, what is held, the archive and the audit always stay."
        },
        footer = {"", "Example: ./counterpart purge --apply --reason \"yearly tidying\""})
final class PurgeCommand implements Callable<Integer> {
    private static final int ALL = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(
            names = "--loads-older-than",
            paramLabel = "DAYS",
            description = "Loads that ceased to count so many days ago (default: ${DEFAULT-VALUE}).")
    private int loadDays = 400;

    @Option(
            names = "--runs-older-than",
            paramLabel = "DAYS",
            description = "Runs and unfinished work of so many days ago (default: ${DEFAULT-VALUE}).")
    private int runDays = 35;

    @Option(names = "--apply", description = "Remove them; without it nothing is changed.")
    private boolean apply;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, with --apply; the audit keeps it.")
    private String reason = "";

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    @Override
    public Integer call() {
        if (loadDays < 0 || runDays < 0) {
            throw new ParameterException(spec.commandLine(), "days are 0 or more");
        }
        if (apply && reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "say why with --reason; the audit keeps it");
        }
        try (OpenStores stores = OpenStores.take(options.home(), spec.name())) {
            Purge purge = stores.purge();
            List<ReceivedFile> custody =
                    stores.custody().find(new FileQuery(null, null, null, null, null, ALL)).stream()
                            .map(PastFile::file)
                            .toList();
            List<Purge.Item> items = purge.plan(custody, terms(Clock.systemUTC().instant()));
            if (apply) {
                purge.apply(items, Operator.name(), reason);
            }
            tell(items);
            return (items.isEmpty() ? ExitCode.NOTHING_TO_DO : ExitCode.DONE).code();
        }
    }

    private Purge.Terms terms(Instant now) {
        return new Purge.Terms(now.minus(Duration.ofDays(loadDays)), now.minus(Duration.ofDays(runDays)));
    }

    private void tell(List<Purge.Item> items) {
        PrintWriter out = spec.commandLine().getOut();
        Listing listing = new Listing("name", "kind", "why", "rows", "bytes");
        items.forEach(item -> listing.row(
                item.idle().name(),
                item.kind().name().toLowerCase(Locale.ROOT),
                item.why(),
                item.idle().rows(),
                item.idle().bytes()));
        long bytes = items.stream().mapToLong(item -> item.idle().bytes()).sum();
        if (json) {
            out.println(Json.text("purge", Json.object("applied", apply, "bytes", bytes, "items", listing.json())));
            return;
        }
        if (items.isEmpty()) {
            out.println("Nothing is old enough to go.");
            return;
        }
        out.println(listing.table());
        out.println(
                apply
                        ? items.size() + " folders were removed, " + BackupCommand.size(bytes)
                                + ". Their digests and counts are kept, the files' bytes are in the archive."
                        : items.size() + " folders would go, " + BackupCommand.size(bytes)
                                + ". Nothing was changed; to remove them: ./counterpart purge --apply --reason \"...\"");
    }
}
