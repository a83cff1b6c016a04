package counterpart.operate;

import counterpart.sample.SampleWriter;
import counterpart.sample.Scenario;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes synthetic partners' files. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the files of two partnerships among three fictitious partners, as they lie on their servers, and the",
            "truth about them. The second partnership has two fifths of the members.",
            "Equal options give equal bytes. All people, employers and providers are invented."
        })
final class SampleCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new or empty folder.")
    private Path out = Path.of("sample");

    @Option(names = "--seed", defaultValue = "2026", description = "Start of every random choice (default: 2026).")
    private long seed;

    @Option(names = "--members", defaultValue = "5000", description = "People covered in a month (default: 5000).")
    private int members;

    @Option(names = "--months", defaultValue = "12", description = "Months of history (default: 12).")
    private int months;

    @Option(
            names = "--date",
            defaultValue = "2026-11-10",
            paramLabel = "YYYY-MM-DD",
            description = "The business date; nothing in the files lies after it (default: 2026-11-10).")
    private LocalDate date = LocalDate.EPOCH;

    @Option(
            names = "--faults",
            defaultValue = "ALL",
            description = "What to plant: ${COMPLETION-CANDIDATES} (default: ALL).")
    private Scenario.Faults faults = Scenario.Faults.ALL;

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        if (Files.isDirectory(out)) {
            try (var inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    throw new CommandFailure(
                            ExitCode.USAGE, "the folder " + out + " is not empty; name a new one with --out.");
                }
            }
        }
        Scenario scenario = Scenarios.of(seed, members, months, date, faults);
        Talk talk = new Talk(terminal);
        SampleWriter.write(out, scenario, (done, all) -> talk.told("sample", "write", "week", done, all));
        talk.say(
                "Written to " + out.toAbsolutePath() + ": servers/ as the partners' servers hold it, truth/ as it is.");
        return ExitCode.DONE.code();
    }
}
