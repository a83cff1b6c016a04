package counterpart.operate;

import counterpart.keep.Backup;
import counterpart.keep.Restore;
import counterpart.model.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Copies a home, and proves the copy when it is asked to. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies both stores, every file that they speak of, the editions and the configuration, while no run owns",
            "the home. What the last backup in the same folder holds already is linked, not copied.",
            "Key files stay behind: whoever has a backup without them cannot use the secrets in it."
        },
        footer = {"", "Example: ./counterpart backup --to /mnt/backup/counterpart --verify --keep 14"})
final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "The folder that holds the backups.")
    private Path target = Path.of("");

    @Option(
            names = "--verify",
            description = "Restore it into a folder beside it, open both stores and compare counts and sums.")
    private boolean verify;

    @Option(names = "--keep", paramLabel = "N", description = "Remove the oldest of this home beyond so many.")
    private int keep;

    @Option(names = "--with-keys", description = "Copy key files too; keep such a backup as you keep the keys.")
    private boolean withKeys;

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Home home = options.home();
        OpenStores.requireHome(home);
        if (target.toAbsolutePath().normalize().startsWith(home.root())) {
            throw new ParameterException(
                    spec.commandLine(), "--to must lie outside the home: a copy on the same disk dies with it");
        }
        if (keep < 0) {
            throw new ParameterException(spec.commandLine(), "--keep must be 1 or more");
        }
        Clock clock = Clock.systemDefaultZone();
        Backup.Order order = new Backup.Order(
                home,
                options.configuration().toAbsolutePath().normalize(),
                keyFile(),
                withKeys,
                Version.product(),
                Operator.name());
        Backup.Made made = new Backup(order, clock).make(target, keep);
        Restore.@Nullable Proof proof = verify ? new Restore(clock).prove(made.folder()) : null;
        tell(made, proof);
        return ExitCode.DONE.code();
    }

    private static @Nullable Path keyFile() {
        String name = System.getenv("COUNTERPART_KEY_FILE");
        return name == null || name.isBlank() ? null : Path.of(name);
    }

    private void tell(Backup.Made made, Restore.@Nullable Proof proof) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(
                    "backup",
                    Json.object(
                            "folder", made.folder(),
                            "manifestSha256", made.digest(),
                            "files", made.manifest().files().size(),
                            "bytes", made.bytes(),
                            "linked", made.linked(),
                            "removed", made.removed(),
                            "keysLeftOut", made.manifest().keysLeftOut(),
                            "verified", proof != null,
                            "figures", made.manifest().figures())));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s%n  %,d files, %s; %,d of them were in the backup before and are linked.%n  %s%n  SHA-256 of its manifest,"
                        + " also in the audit: %s%n",
                made.folder(),
                made.manifest().files().size(),
                size(made.bytes()),
                made.linked(),
                holds(made.manifest().figures()),
                made.digest());
        if (made.removed() > 0) {
            out.printf(Locale.ROOT, "  %,d older backups were removed (--keep %d).%n", made.removed(), keep);
        }
        if (!made.manifest().keysLeftOut().isEmpty()) {
            out.println(
                    "  Not copied, so keep them elsewhere: "
                            + String.join(", ", made.manifest().keysLeftOut())
                            + ". Without them a restored home cannot read its secrets; with them a stolen backup can (--with-keys).");
        }
        out.println(
                proof == null
                        ? "Not verified; add --verify to have it restored and compared."
                        : "Verified: it was restored, every file has the SHA-256 of the manifest, both stores open, and "
                                + proof.figures().size() + " counts and sums are those of the home.");
    }

    /** What the stores hold, in a sentence. */
    static String holds(Map<String, String> figures) {
        return String.format(
                Locale.ROOT,
                "%s files in custody, %s loads that count with %s coverage spans, %s medical and %s pharmacy claims; %s editions;"
                        + " %s audit events.",
                figures.get("control.received_file rows"),
                figures.get("books.active_load rows"),
                figures.get("books.coverage_span rows"),
                figures.get("books.medical_claim rows"),
                figures.get("books.pharmacy_claim rows"),
                figures.get("control.edition rows"),
                figures.get("control.audit_event rows"));
    }

    static String size(long bytes) {
        return bytes >= 10_000_000
                ? String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000)
                : String.format(Locale.ROOT, "%,d KB", bytes / 1_000);
    }
}
