package counterpart.operate;

import counterpart.control.Audit;
import counterpart.model.FeedId;
import counterpart.partner.Configuration;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Turns a held file away. */
@Command(
        name = "refuse",
        mixinStandardHelpOptions = true,
        description = "Turns a held file away, and answers the partner anew.",
        footer = {"", "Example: ./counterpart refuse F-000050 --reason \"an old extract; the right one follows\""})
final class RefuseCommand extends DecisionCommand {
    @Override
    String plan(CustodyDesk desk, FileStory story) {
        FileActs.requireState(story, "refused", FileState.HELD);
        return story.file().id() + " is turned away; nothing of it is loaded.";
    }

    @Override
    String aside(CustodyDesk desk, Audit audit, Supplier<Configuration> configuration, FileStory story) {
        return told(configuration.get(), story.file().feed());
    }

    @Override
    Done act(Installation installation, FileStory story) {
        return decide(
                installation,
                story,
                Decision.Kind.REFUSE,
                told(installation.configuration(), story.file().feed()));
    }

    private static String told(Configuration configuration, FeedId feed) {
        return configuration.has(feed)
                ? feed.partner() + " is told and may send another."
                : feed.partner() + " is not told, for the feed " + feed + " is not configured.";
    }
}
