package counterpart.operate;

import counterpart.control.Audit;
import counterpart.control.RunLog;
import counterpart.control.batch.JobHistory.JobRun;
import counterpart.model.FileId;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.validate.CoverageLoss;
import counterpart.validate.CoveragePreview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a file or a run: cause, consequence and the next command. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains how a file or a run stands: why, what follows if nothing is done, the next command.",
        footer = {"", "Examples: ./counterpart explain F-000048", "          ./counterpart explain run 12"})
final class ExplainCommand extends LookCommand {
    @Parameters(paramLabel = "SUBJECT", arity = "1..2", description = "A file's id, or 'run' and its number.")
    private List<String> subject = List.of();

    @Override
    void check() {
        boolean run = subject.size() == 2
                && subject.get(0).equals("run")
                && subject.get(1).matches("[0-9]{1,18}");
        boolean file = subject.size() == 1 && subject.get(0).matches("F-[0-9]{6,12}");
        if (!run && !file) {
            throw misused("explain takes a file's id, such as F-000048, or a run, such as: run 12");
        }
    }

    @Override
    Answer look(OpenStores stores) {
        return (subject.size() == 2
                        ? run(stores, Long.parseLong(subject.get(1)))
                        : file(stores, new FileId(subject.get(0))))
                .answer();
    }

    private static Explanation run(OpenStores stores, long number) {
        RunLog.Run run = RunShowCommand.find(stores, number);
        return RunExplanations.of(run, stores.jobs().ofRun(number));
    }

    private Explanation file(OpenStores stores, FileId id) {
        FileStory story = stores.story(id);
        Optional<String> failure =
                stores.jobs().last("intake", "fileId", id.value()).flatMap(JobRun::failure);
        Explanation explanation = FileExplanations.of(story, failure, lastAct(stores, id));
        List<CoverageLoss> losses = story.file().state() == FileState.HELD ? losses(id) : List.of();
        return losses.isEmpty() ? explanation : explanation.with(FileExplanations.preview(losses));
    }

    private List<CoverageLoss> losses(FileId id) {
        try {
            return CoveragePreview.read(options().home(), id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last thing that a person, not the night, did to the file. */
    private static String lastAct(OpenStores stores, FileId id) {
        List<Audit.Event> events = stores.audit().find(id.value(), null, 1000);
        for (int i = events.size() - 1; i >= 0; i--) {
            Audit.Event event = events.get(i);
            if (!event.actor().equals("counterpart") && !event.act().startsWith("showed")) {
                return event.actor() + " on " + Times.shown(event.at()) + ", \"" + event.reason() + "\"";
            }
        }
        return "";
    }
}
