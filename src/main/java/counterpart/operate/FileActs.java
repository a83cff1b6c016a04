package counterpart.operate;

import counterpart.control.batch.LaunchResult;
import counterpart.model.FileId;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.FileQuery;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the commands about one file have in common. */
final class FileActs {
    private static final int FILES_COMPARED = 10_000;

    private FileActs() {}

    /** Carries out a decision, or goes on with it, through the launch gate. */
    static LaunchResult carryOut(Installation installation, Decision decision) {
        return installation.launch(
                "decide", Map.of("fileId", decision.file().value(), "decision", Long.toString(decision.number())));
    }

    /** Reads a file, or goes on with it. */
    static LaunchResult read(Installation installation, ReceivedFile file) {
        return installation.launch(
                "intake", Map.of("fileId", file.id().value(), "epoch", Integer.toString(file.epoch())));
    }

    static String past(Decision.Kind kind) {
        return switch (kind) {
            case RELEASE -> "released";
            case REFUSE -> "refused";
            case WITHDRAW -> "withdrawn";
        };
    }

    /** @throws CommandFailure when there is no such file */
    static FileStory story(CustodyDesk desk, FileId id) {
        return desk.story(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NO_INPUT, "no file " + id + " is in custody. To list them: ./counterpart files"));
    }

    /** @throws CommandFailure when the file is in none of the states */
    static void requireState(FileStory story, String act, FileState... states) {
        if (!List.of(states).contains(story.file().state())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    story.file().id() + " is " + NightTables.word(story.file().state()) + ", so it cannot be " + act
                            + "; nothing was changed. To see how it stands: ./counterpart explain "
                            + story.file().id());
        }
    }

    /** A file that is in the books for the same days and came later: it would lose its place to a released one. */
    static Optional<FileId> laterLoaded(CustodyDesk desk, FileStory story) {
        ReceivedFile file = story.file();
        Settlement end = story.settlement().orElse(null);
        if (end == null) {
            return Optional.empty();
        }
        FileQuery loaded =
                new FileQuery(file.feed().partner(), file.feed().name(), FileState.LOADED, null, null, FILES_COMPARED);
        return desk.find(loaded).stream()
                .filter(past -> past.file().arrivedAt().isAfter(file.arrivedAt()))
                .filter(past ->
                        past.settlement().filter(other -> sameDays(other, end)).isPresent())
                .map(PastFile::file)
                .map(ReceivedFile::id)
                .findFirst();
    }

    private static boolean sameDays(Settlement one, Settlement other) {
        return Objects.equals(one.header().periodFrom(), other.header().periodFrom())
                && Objects.equals(one.header().periodTo(), other.header().periodTo())
                && Objects.equals(one.header().asOfDate(), other.header().asOfDate());
    }
}
