package counterpart.operate;

import counterpart.control.Audit;
import counterpart.partner.Configuration;
import counterpart.receive.Custody;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Reads a file again from our archive. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a refused, held or withdrawn file again from our archive, as when the layout was wrong and is mended.",
            "The partner need not send it again. A loaded file is withdrawn first."
        },
        footer = {"", "Example: ./counterpart replay F-000035 --reason \"layout mended: PaidOn is now optional\""})
final class ReplayCommand extends ActCommand {
    @Override
    String plan(CustodyDesk desk, FileStory story) {
        FileActs.requireState(story, "read again", FileState.REFUSED, FileState.HELD, FileState.WITHDRAWN);
        return story.file().id() + " is read again from our archive, for the "
                + ordinal(story.file().epoch() + 1) + " time.";
    }

    /** Refuses a file of a feed that is not configured: nothing says how to read it and whom to answer. */
    @Override
    String aside(CustodyDesk desk, Audit audit, Supplier<Configuration> configuration, FileStory story) {
        configuration.get().feed(story.file().feed());
        return "";
    }

    @Override
    Done act(Installation installation, FileStory story) {
        installation.get(Decisions.class).replay(story.file().id(), Operator.name(), reason());
        ReceivedFile again =
                installation.get(Custody.class).find(story.file().id()).orElseThrow();
        return ReleaseCommand.read(installation, again, FileActs.read(installation, again));
    }

    private static String ordinal(int number) {
        return switch (number) {
            case 2 -> "second";
            case 3 -> "third";
            default -> number + "th";
        };
    }
}
