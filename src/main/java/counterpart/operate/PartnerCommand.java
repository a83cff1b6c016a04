package counterpart.operate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns one partner. */
@Command(
        name = "partner",
        mixinStandardHelpOptions = true,
        description = "Tries the way to a partner's server: partner check NAME.",
        subcommands = PartnerCheckCommand.class)
final class PartnerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the partner: partner check NAME");
    }
}
