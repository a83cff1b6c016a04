package counterpart.operate;

import counterpart.keep.Restore;
import counterpart.model.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a home out of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new home out of a backup. Every file is held against the manifest before one gets its name, and both",
            "stores are counted; a backup that was altered is refused, and the file is named."
        },
        footer = {
            "",
            "Example: ./counterpart restore --from /mnt/backup/counterpart --home /var/lib/counterpart-new \\",
            "           --reason \"disk replaced\""
        })
final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DIR",
            description = "A backup, or the folder of backups, of which the newest is taken.")
    private Path from = Path.of("");

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; the audit keeps it.")
    private String reason = "";

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "say why with --reason; the audit keeps it");
        }
        Home home = options.home();
        Path backup = Restore.find(from)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NO_INPUT,
                        "there is no backup in " + from + ", so nothing was restored; name the folder that"
                                + " './counterpart backup --to' wrote"));
        Restore.obstacle(home).ifPresent(name -> {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    home.root() + " is not empty (it holds " + name
                            + "), so nothing was restored; name a folder that does" + " not exist yet with --home");
        });
        tell(home, new Restore(Clock.systemDefaultZone()).into(home, backup, Operator.name(), reason));
        return ExitCode.DONE.code();
    }

    private void tell(Home home, Restore.Proof proof) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> keys = proof.manifest().keysLeftOut();
        String former = proof.manifest().home();
        if (json) {
            out.println(Json.text(
                    "restore",
                    Json.object(
                            "home", home.root(),
                            "backup", proof.backup(),
                            "madeAt", proof.manifest().madeAt(),
                            "copyOf", former,
                            "files", proof.manifest().files().size(),
                            "keysToBring", keys,
                            "figures", proof.figures())));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s is a home again, as %s was on %s.%n  %,d files have the SHA-256 of the manifest, both stores open, and %d"
                        + " counts and sums are those of the backup:%n  %s%n",
                home.root(),
                former,
                Times.shown(proof.manifest().madeAt()),
                proof.manifest().files().size(),
                proof.figures().size(),
                BackupCommand.holds(proof.figures()));
        out.println("Next:");
        if (!keys.isEmpty()) {
            out.println("  1. Put the keys back, which no backup holds: " + String.join(", ", keys));
        }
        out.println("  " + (keys.isEmpty() ? 1 : 2) + ". ./counterpart doctor --home " + home.root());
        out.println("  " + (keys.isEmpty() ? 2 : 3) + ". ./counterpart nightly --home " + home.root()
                + "   (takes in again what came since and still lies on the partners' servers)");
        out.println("Never let " + former
                + " run again beside it: partners would be answered twice. What was delivered after"
                + " the backup this home does not know: 'mark-delivered' tells it.");
    }
}
