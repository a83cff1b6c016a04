package counterpart.operate;

import counterpart.control.HomeLock;
import counterpart.control.StatusFile;
import counterpart.model.Home;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what happened, what runs, what waits and what is due. It opens no store, so it answers during a run. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells what happened, what runs now, what needs you and what is due. Answers during a run.")
final class StatusCommand implements Callable<Integer> {
    private static final int LONGEST_SUMMARY = 110;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    @Override
    public Integer call() {
        Home home = options.home();
        if (!home.root().toFile().isDirectory()) {
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    "there is no home at " + home.root() + ". Name one with --home, or start with: ./counterpart demo");
        }
        PrintWriter out = spec.commandLine().getOut();
        Optional<StatusFile> said = StatusFile.read(home);
        if (json) {
            out.println(Json.text("status", document(home, said)));
            return ExitCode.DONE.code();
        }
        out.println("Home " + home.root());
        out.println(present(said.map(StatusFile::present).orElse(null), HomeLock.owner(home)));
        out.println();
        said.ifPresentOrElse(status -> tell(out, status), () -> out.println("No run was ever started here."));
        return ExitCode.DONE.code();
    }

    private static Map<String, @Nullable Object> document(Home home, Optional<StatusFile> said) {
        Map<String, @Nullable Object> last = new LinkedHashMap<>();
        said.map(StatusFile::lastRuns)
                .orElse(Map.of())
                .forEach((command, run) -> last.put(
                        command,
                        Json.object(
                                "started", run.started(),
                                "ended", run.ended(),
                                "outcome", run.outcome(),
                                "exitCode", run.exitCode(),
                                "summary", run.summary())));
        return Json.object(
                "home", home.root(),
                "running",
                        HomeLock.owner(home)
                                .map(owner -> Json.object(
                                        "command", owner.command(),
                                        "process", owner.pid(),
                                        "user", owner.user(),
                                        "host", owner.host(),
                                        "since", owner.since())),
                "at",
                        said.map(StatusFile::present)
                                .map(at -> Json.object(
                                        "command", at.command(),
                                        "job", at.job(),
                                        "step", at.step(),
                                        "done", at.done(),
                                        "total", at.total())),
                "lastRuns", last,
                "files", said.map(StatusFile::files).orElse(Map.of()),
                "needsPerson", said.map(StatusFile::needsPerson).orElse(List.of()),
                "dueNext", said.map(StatusFile::dueNext).orElse(List.of()));
    }

    private static void tell(PrintWriter out, StatusFile status) {
        tellLast(out, status.lastRuns());
        tellFiles(out, status.files());
        tellList(out, "Needs you:", status.needsPerson(), "Nothing needs you.");
        if (!status.dueNext().isEmpty()) {
            out.println();
            tellList(out, "Due next:", status.dueNext(), "");
        }
    }

    private static String present(StatusFile.@Nullable Present present, Optional<HomeLock.Owner> owner) {
        if (owner.isPresent()) {
            String at = present == null || present.step().isEmpty() ? "" : ", at " + place(present);
            return "Running: '" + owner.get().command() + "' (process "
                    + owner.get().pid() + " of "
                    + owner.get().user() + " on " + owner.get().host() + ", since "
                    + TIME.format(owner.get().since()) + ")" + at + ".";
        }
        if (present != null) {
            return "Not running. The last run, '" + present.command() + "' of " + TIME.format(present.since())
                    + ", was cut short at " + place(present) + "; the next run continues its work.";
        }
        return "Not running.";
    }

    private static String place(StatusFile.Present present) {
        if (present.step().isEmpty()) {
            return "its start";
        }
        String what = present.what().isEmpty() ? "" : ": " + present.what();
        String far = present.done() == 0 ? "" : String.format(Locale.ROOT, " %,d", present.done());
        String of = present.total() == 0 ? "" : String.format(Locale.ROOT, " of %,d", present.total());
        return present.job() + " " + present.step() + what + far + of;
    }

    private static void tellLast(PrintWriter out, Map<String, StatusFile.Last> last) {
        if (last.isEmpty()) {
            out.println("No run has ended yet.");
            out.println();
            return;
        }
        Table table = new Table("last run", "ended", "code", "outcome", "summary");
        last.forEach((command, run) -> table.row(
                command,
                run.ended() == null ? "-" : TIME.format(run.ended()),
                run.exitCode() == null ? "-" : run.exitCode(),
                run.outcome(),
                Table.shortened(run.summary(), LONGEST_SUMMARY)));
        out.println(table);
    }

    private static void tellFiles(PrintWriter out, Map<String, Long> filesByState) {
        if (!filesByState.isEmpty()) {
            Table table = new Table("files", "count");
            filesByState.forEach((state, count) -> table.row(state.toLowerCase(Locale.ROOT), count));
            out.println(table);
        }
    }

    private static void tellList(PrintWriter out, String heading, List<String> sentences, String none) {
        if (sentences.isEmpty()) {
            out.println(none);
            return;
        }
        out.println(heading);
        sentences.forEach(sentence -> out.println("  " + sentence));
    }
}
