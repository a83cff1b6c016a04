package counterpart.operate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns one run. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Tells all about one run: run show 12.",
        subcommands = RunShowCommand.class)
final class RunCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the run: run show 12");
    }
}
