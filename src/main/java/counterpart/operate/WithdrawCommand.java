package counterpart.operate;

import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import picocli.CommandLine.Command;

/** Takes a loaded file out of the books. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a file out of the books: they become what they were without it, and the file whose place it took",
            "counts again. Its bytes stay in the archive; 'replay' reads them again."
        },
        footer = {"", "Example: ./counterpart withdraw F-000049 --reason \"wrong plan's file, partner's ticket 4711\""})
final class WithdrawCommand extends DecisionCommand {
    @Override
    String plan(CustodyDesk desk, FileStory story) {
        FileActs.requireState(story, "withdrawn", FileState.LOADED, FileState.SUPERSEDED);
        String former =
                story.supersedes().isEmpty() ? "no file counts in its place" : "what it superseded counts again";
        return story.file().id() + " is taken out of the books; "
                + (story.file().state() == FileState.SUPERSEDED
                        ? "it does not count now, so what counts stays as it is."
                        : former + ".");
    }

    @Override
    Done act(Installation installation, FileStory story) {
        return decide(
                installation,
                story,
                Decision.Kind.WITHDRAW,
                null,
                "The next nightly reconciles the books without it; editions that were issued stay as they are.");
    }
}
