package counterpart.operate;

import counterpart.model.FileId;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line. It is parsed before anything else starts, so that help, version and mistakes answer at once. A
 * failure is told in a sentence; a stack trace never reaches the operator.
 */
@Command(
        name = "counterpart",
        description = "Keeps two books equal: takes partners' files, checks and reconciles them, and reports monthly.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            NightlyCommand.class,
            MonthlyCommand.class,
            StatusCommand.class,
            FilesCommand.class,
            FileCommand.class,
            RejectsCommand.class,
            RunsCommand.class,
            RunCommand.class,
            ExplainCommand.class,
            AuditCommand.class,
            HoldCommand.class,
            ReleaseCommand.class,
            RefuseCommand.class,
            WithdrawCommand.class,
            ReplayCommand.class,
            ExcuseCommand.class,
            DeliverCommand.class,
            MarkDeliveredCommand.class,
            PlanCommand.class,
            RerunCommand.class,
            CatchUpCommand.class,
            PartnerCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            PurgeCommand.class,
            CompletionCommand.class,
            ConfigCommand.class,
            SecretsCommand.class,
            SampleCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 3 nothing to do, 10 done with rejected rows, 20 a person must look, 64 usage,",
            "66 no such thing, 69 partner unavailable, 70 internal, 74 disk or database, 75 busy, 76 protocol,",
            "77 security, 78 configuration, 143 stopped."
        })
public final class CommandLineInterface implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs a command line and answers its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        // A library's thread that dies tells the log; what it means for the command, the command tells. The log is not
        // opened before there is something to say: opening it takes longer than to tell the version.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(CommandLineInterface.class).warn("thread={} died", thread.getName(), failure));
        return parser().setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(CommandLineInterface::explainUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.explain(failure, command.getErr()))
                .execute(args);
    }

    /** What understands command lines. */
    static CommandLine parser() {
        return new CommandLine(new CommandLineInterface())
                .registerConverter(FileId.class, CommandLineInterface::fileId)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static FileId fileId(String text) {
        if (!text.matches("F-[0-9]{6,12}")) {
            throw new TypeConversionException("'" + text + "' is no file's id; they look like F-000048");
        }
        return new FileId(text);
    }

    private static int explainUsage(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println("counterpart: " + mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
        command.getErr().println();
        command.usage(command.getErr());
        return ExitCode.USAGE.code();
    }
}
