package counterpart.operate;

import counterpart.control.batch.JobHistory;
import counterpart.control.batch.JobHistory.JobRun;
import counterpart.model.FileId;
import counterpart.partner.Configuration;
import counterpart.receive.CustodyDesk;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of which it is settled whether they count, and whose intake did not come to its end: a process that died, or a
 * server that was down, may have kept our answer from the partner.
 */
final class UnansweredFiles {
    private UnansweredFiles() {}

    /**
     * The oldest first. A feed that is not configured has nobody to be answered. What a person has decided about since is
     * answered by the decision.
     */
    static List<ReceivedFile> of(CustodyDesk desk, JobHistory jobs, Configuration configuration) {
        List<ReceivedFile> files = new ArrayList<>();
        for (JobRun intake : jobs.unfinished("intake")) {
            FileId id = new FileId(intake.keys().getOrDefault("fileId", ""));
            String epoch = intake.keys().getOrDefault("epoch", "");
            desk.story(id)
                    .filter(story -> story.settlement().isPresent())
                    .map(FileStory::file)
                    .filter(file -> Integer.toString(file.epoch()).equals(epoch))
                    .filter(file -> configuration.has(file.feed()))
                    .filter(file -> jobs.last("decide", "fileId", id.value()).isEmpty())
                    .ifPresent(files::add);
        }
        return files;
    }
}
