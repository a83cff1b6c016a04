package counterpart.operate;

import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
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
        return story.file().id() + " is turned away; nothing of it is loaded, and "
                + story.file().feed().partner() + " is told.";
    }

    @Override
    Done act(Installation installation, FileStory story) {
        return decide(installation, story, Decision.Kind.REFUSE, "The partner is told and may send another.");
    }
}
