package counterpart.operate;

import counterpart.control.batch.LaunchResult;
import counterpart.receive.Custody;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a held file as it is. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Loads a held file as it is, and answers the partner anew.",
            "What was held for dollars, rejected rows or membership (F-019 to F-022) needs a second person."
        },
        footer = {"", "Example: ./counterpart release F-000047 --reason \"partner confirmed the gap, mail of 3 Nov\""})
final class ReleaseCommand extends DecisionCommand {
    @Option(
            names = "--approved-by",
            paramLabel = "NAME",
            description = "The second person, who looked at it too and is not you.")
    private @Nullable String approvedBy;

    @Override
    String plan(CustodyDesk desk, FileStory story) {
        FileActs.requireState(story, "released", FileState.HELD);
        Settlement held = story.settlement().orElse(null);
        if (held == null) {
            return story.file().id() + " was held before it was read; it is read now.";
        }
        requireSecondPerson(story, held);
        FileActs.laterLoaded(desk, story).ifPresent(later -> {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    later + " of the same days came after " + story.file().id()
                            + " and is in the books; releasing the older one would take its place, so nothing was"
                            + " changed. If the older one is right: ./counterpart withdraw " + later
                            + " --reason \"...\", then release it.");
        });
        return String.format(
                Locale.ROOT,
                "%s was held for %s %s It has %,d rows, of which %,d are loaded and %,d left out.",
                story.file().id(),
                held.reasonCode(),
                held.reason(),
                held.rowsRead(),
                held.rowsAccepted(),
                held.rowsRejected());
    }

    @Override
    Done act(Installation installation, FileStory story) {
        if (story.settlement().isEmpty()) {
            return read(installation, story.file());
        }
        return decide(
                installation,
                story,
                Decision.Kind.RELEASE,
                approvedBy,
                "Its rows are in the books and the partner is told; the next nightly reconciles them.");
    }

    private Done read(Installation installation, ReceivedFile file) {
        installation.get(Decisions.class).letRead(file.id(), Operator.name(), reason());
        LaunchResult result = FileActs.read(installation, file);
        return read(installation, file, result);
    }

    /** How a reading that a person asked for ended. */
    static Done read(Installation installation, ReceivedFile file, LaunchResult result) {
        if (!result.done()) {
            return new Done(
                    LaunchOutcomes.exitCode(result),
                    file.id() + " was not read to its end: "
                            + (result.failure() == null ? "it was stopped." : result.failure())
                            + " The next nightly goes on with it.");
        }
        FileState state = installation
                .get(Custody.class)
                .find(file.id())
                .map(ReceivedFile::state)
                .orElse(file.state());
        boolean loaded = state == FileState.LOADED;
        return new Done(
                loaded ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON,
                file.id() + " was read and is " + NightTables.word(state)
                        + (loaded
                                ? "; the next nightly reconciles it."
                                : ". Next: ./counterpart explain " + file.id()));
    }

    private void requireSecondPerson(FileStory story, Settlement held) {
        String second = approvedBy;
        if (second != null && (second.isBlank() || second.strip().equalsIgnoreCase(Operator.name()))) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--approved-by must name another person than you; nothing was changed.");
        }
        if (second == null && FourEyes.needed(held.reasonCode())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    story.file().id() + " was held by " + held.reasonCode()
                            + ", which two people must release; nothing was changed. Have a second person look at it"
                            + " and add --approved-by NAME.");
        }
    }
}
