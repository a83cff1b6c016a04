package counterpart.operate;

import counterpart.model.Home;
import counterpart.sample.Scenario;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a month of two fictitious partnerships on this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a month of two partnerships among three fictitious partners, with SFTP servers inside this process:",
            "history and fresh files are collected, checked, reconciled, measured, drawn and delivered.",
            "Faults are planted on purpose, so files are refused and rows rejected; the answer is 0 all the same."
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".counterpart/demo",
            description = "The demo's folder (default: .counterpart/demo).")
    private Path home = Path.of(".counterpart/demo");

    @Option(names = "--fresh", description = "Start over: remove what an earlier demo left in the folder.")
    private boolean fresh;

    @Option(names = "--seed", defaultValue = "2026", description = "Start of every random choice (default: 2026).")
    private long seed;

    @Option(names = "--members", defaultValue = "30000", description = "People covered in a month (default: 30000).")
    private int members;

    @Option(names = "--months", defaultValue = "36", description = "Months of history (default: 36).")
    private int months;

    @Option(
            names = "--faults",
            defaultValue = "ALL",
            description = "What to plant: ${COMPLETION-CANDIDATES} (default: ALL, which needs 5000 members).")
    private Scenario.Faults faults = Scenario.Faults.ALL;

    @Override
    public Integer call() throws Exception {
        Scenario whole = Scenario.demo(seed);
        Scenario scenario = Scenarios.of(seed, members, months, whole.businessDate(), faults);
        Talk talk = new Talk(spec.commandLine().getOut());
        try (DemoStage stage = DemoStage.set(new Home(home), scenario, fresh, talk)) {
            return new Demo(stage, talk).play().code();
        }
    }
}
