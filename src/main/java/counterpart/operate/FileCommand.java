package counterpart.operate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns one file. */
@Command(
        name = "file",
        mixinStandardHelpOptions = true,
        description = "Tells all about one file: file show F-000048.",
        subcommands = FileShowCommand.class)
final class FileCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the file: file show F-000048");
    }
}
