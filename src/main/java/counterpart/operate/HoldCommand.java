package counterpart.operate;

import counterpart.receive.CustodyDesk;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import picocli.CommandLine.Command;

/** Keeps a file from being read. */
@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        description = "Keeps a file that was not read yet from being read, until 'release' or 'refuse'.",
        footer = {"", "Example: ./counterpart hold F-000051 --reason \"partner called: the file is wrong\""})
final class HoldCommand extends ActCommand {
    @Override
    String plan(CustodyDesk desk, FileStory story) {
        FileActs.requireState(story, "held", FileState.RECEIVED, FileState.OPENED);
        return story.file().id() + " is kept from being read.";
    }

    @Override
    Done act(Installation installation, FileStory story) {
        installation.get(Decisions.class).hold(story.file().id(), Operator.name(), reason());
        return new Done(
                ExitCode.DONE,
                story.file().id() + " is held. Next: ./counterpart release or refuse "
                        + story.file().id() + " --reason \"...\"");
    }
}
