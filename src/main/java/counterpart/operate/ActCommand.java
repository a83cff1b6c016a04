package counterpart.operate;

import counterpart.books.BooksException;
import counterpart.control.Audit;
import counterpart.model.FileId;
import counterpart.partner.Configuration;
import counterpart.receive.CustodyDesk;
import counterpart.receive.FileStory;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command by which a person changes what becomes of one file. It says why, and can be tried without effect. */
abstract class ActCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "FILE", description = "The file's id, for example F-000048.")
    @SuppressWarnings("NullAway.Init")
    private FileId id;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; the audit keeps it.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    /** What the command ended with, as a sentence. */
    record Done(ExitCode exitCode, String sentence) {}

    /**
     * Refuses what cannot be done, and says in a sentence what would be.
     *
     * @throws CommandFailure when it cannot be done; nothing was changed
     */
    abstract String plan(CustodyDesk desk, FileStory story);

    /** What else is to be said with the plan, or is against it; nothing in most cases. */
    String aside(CustodyDesk desk, Audit audit, Supplier<Configuration> configuration, FileStory story) {
        return "";
    }

    /** Does it, after {@link #plan} found nothing against it. */
    abstract Done act(Installation installation, FileStory story);

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "say why with --reason; the audit keeps it");
        }
        Saying saying = new Saying(spec.commandLine().getOut(), json);
        if (dryRun) {
            try (OpenStores stores = OpenStores.look(options.home(), spec.qualifiedName())) {
                FileStory story = FileActs.story(stores.custody(), id);
                String plan = plan(stores.custody(), story);
                String aside = aside(
                        stores.custody(), stores.audit(), () -> Configurations.require(options.configuration()), story);
                saying.say(plan);
                saying.say(aside);
                saying.say("Nothing was changed (--dry-run).");
                return saying.end(facts(), ExitCode.DONE.code());
            }
        }
        Configuration configuration = Configurations.require(options.configuration());
        OpenStores.requireHome(options.home());
        try (Installation installation =
                Installation.open(options.home(), configuration, Clock.systemDefaultZone(), spec.name())) {
            return saying.end(facts(), Closing.watched(installation, () -> act(installation, saying)));
        }
    }

    private int act(Installation installation, Saying saying) {
        CustodyDesk desk = installation.get(CustodyDesk.class);
        try {
            FileStory story = FileActs.story(desk, id);
            String plan = plan(desk, story);
            String aside = aside(desk, installation.get(Audit.class), installation::configuration, story);
            saying.say(plan);
            saying.say(aside);
            Done done = act(installation, story);
            saying.say(done.sentence());
            return Closing.tell(installation, done.exitCode(), spec.name() + " " + id + ": " + done.sentence());
        } catch (BooksException failure) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(failure.getMessage()));
        }
    }

    private Map<String, @Nullable Object> facts() {
        return Json.object("act", spec.name(), "file", id, "dryRun", dryRun);
    }

    String reason() {
        return reason;
    }
}
