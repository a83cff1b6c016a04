package counterpart.operate;

import counterpart.control.Audit;
import counterpart.control.batch.LaunchResult;
import counterpart.model.FileId;
import counterpart.partner.Configuration;
import counterpart.receive.Custody;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a loaded file out of the books. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a file out of the books: they become what they were without it, and the file whose place it took",
            "counts again. Its bytes stay in the archive; 'replay' reads them again.",
            "Files that were read while it counted were checked against it. They are named; --recheck reads them again",
            "without it, also when it was withdrawn before."
        },
        footer = {"", "Example: ./counterpart withdraw F-000049 --reason \"wrong plan's file, partner's ticket 4711\""})
final class WithdrawCommand extends DecisionCommand {
    @Option(names = "--recheck", description = "Read again, in order, the files that were checked against it.")
    private boolean recheck;

    @Override
    String plan(CustodyDesk desk, FileStory story) {
        if (recheck && story.file().state() == FileState.WITHDRAWN) {
            return story.file().id() + " is withdrawn already; what was checked against it is read again.";
        }
        FileActs.requireState(story, "withdrawn", FileState.LOADED, FileState.SUPERSEDED);
        String former =
                story.supersedes().isEmpty() ? "no file counts in its place" : "what it superseded counts again";
        return story.file().id() + " is taken out of the books; "
                + (story.file().state() == FileState.SUPERSEDED
                        ? "it does not count now, so what counts stays as it is."
                        : former + ".");
    }

    @Override
    String aside(CustodyDesk desk, Audit audit, Supplier<Configuration> configuration, FileStory story) {
        List<ReceivedFile> later = LaterFiles.checkedAgainst(story.file(), desk, audit, configuration.get());
        if (later.isEmpty()) {
            return "No other file that counts was checked against it.";
        }
        return later.size() + (later.size() == 1 ? " file was" : " files were")
                + " checked against it; without it they may end otherwise:\n"
                + later.stream()
                        .map(file -> "  " + file.id() + " " + file.feed() + " " + file.remoteName() + ", "
                                + NightTables.word(file.state()))
                        .collect(Collectors.joining("\n"))
                + (recheck
                        ? "\nThey are taken out and read again in this order."
                        : "\nTo have them read again in this order: ./counterpart withdraw "
                                + story.file().id() + " --recheck --reason \"...\"");
    }

    @Override
    Done act(Installation installation, FileStory story) {
        List<ReceivedFile> later = recheck
                ? LaterFiles.checkedAgainst(
                        story.file(),
                        installation.get(CustodyDesk.class),
                        installation.get(Audit.class),
                        installation.configuration())
                : List.of();
        Done withdrawn = story.file().state() == FileState.WITHDRAWN
                ? new Done(ExitCode.DONE, story.file().id() + " was withdrawn before.")
                : withdraw(installation, story);
        return withdrawn.exitCode() == ExitCode.DONE && !later.isEmpty()
                ? readAgain(installation, later, withdrawn)
                : withdrawn;
    }

    private Done withdraw(Installation installation, FileStory story) {
        installation.books().requireWithdrawable(story.file().loadId());
        return decide(
                installation,
                story,
                Decision.Kind.WITHDRAW,
                "The next nightly reconciles the books without it; editions that were issued stay as they are.");
    }

    /**
     * Takes the later files out, the last first, and marks each at once to be read again, then reads them in order. When the
     * process dies, the next nightly reads what is marked; the same command goes on with those that were not taken out yet.
     */
    private Done readAgain(Installation installation, List<ReceivedFile> later, Done withdrawn) {
        Decisions decisions = installation.get(Decisions.class);
        CustodyDesk desk = installation.get(CustodyDesk.class);
        List<ReceivedFile> lastFirst = new ArrayList<>(later);
        Collections.reverse(lastFirst);
        for (ReceivedFile file : lastFirst) {
            if (file.state() == FileState.LOADED) {
                Done out = withdraw(installation, FileActs.story(desk, file.id()));
                if (out.exitCode() != ExitCode.DONE) {
                    return out;
                }
            }
            decisions.replay(file.id(), Operator.name(), "to be checked without the withdrawn file: " + reason());
        }
        List<ExitCode> outcomes = new ArrayList<>();
        List<String> sentences = new ArrayList<>(List.of(withdrawn.sentence()));
        for (ReceivedFile file : later) {
            Done read = readAgain(installation, file.id());
            outcomes.add(read.exitCode());
            sentences.add(read.sentence());
        }
        return new Done(ExitCode.worst(outcomes), String.join("\n", sentences));
    }

    private static Done readAgain(Installation installation, FileId id) {
        ReceivedFile again = installation.get(Custody.class).find(id).orElseThrow();
        LaunchResult result = FileActs.read(installation, again);
        return ReleaseCommand.read(installation, again, result);
    }
}
