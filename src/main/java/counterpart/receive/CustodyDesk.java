package counterpart.receive;

import counterpart.model.FileId;
import counterpart.receive.Custody.PastFile;
import java.util.List;
import java.util.Optional;

/** What a person asks of the custody ledger. */
public interface CustodyDesk {
    /** The files that answer the query, newest arrival first. */
    List<PastFile> find(FileQuery query);

    /** All about one file, when it is in custody. */
    Optional<FileStory> story(FileId id);
}
