package counterpart.operate;

import counterpart.control.Audit;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.partner.Configuration;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.CustodyDesk;
import counterpart.receive.FileQuery;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that were read while another file counted, and held against it: those of the same books, and claims that are
 * checked against coverage. What the checks across files said of them may be otherwise without it. A superseded file does
 * not count, so it is not among them.
 */
final class LaterFiles {
    private static final int ALL = 1_000_000;
    private static final Set<FileState> ASKED = Set.of(FileState.LOADED, FileState.HELD);

    private final Configuration configuration;
    private final Map<String, Long> opened = new HashMap<>();
    private final Map<String, Long> loaded = new HashMap<>();
    private final Map<String, Long> withdrawn = new HashMap<>();

    private LaterFiles(Configuration configuration, Audit audit) {
        this.configuration = configuration;
        for (Audit.Event event : audit.find(null, null, ALL)) {
            switch (event.act()) {
                case "state OPENED" -> opened.put(event.subject(), event.id());
                case "state LOADED" -> loaded.putIfAbsent(event.subject(), event.id());
                case "state WITHDRAWN" -> withdrawn.put(event.subject(), event.id());
                default -> {}
            }
        }
    }

    /** The files that were held against this one, in the order in which they are to be read again. */
    static List<ReceivedFile> checkedAgainst(
            ReceivedFile file, CustodyDesk desk, Audit audit, Configuration configuration) {
        if (!configuration.has(file.feed())) {
            return List.of();
        }
        LaterFiles later = new LaterFiles(configuration, audit);
        return desk.find(new FileQuery(null, null, null, null, null, ALL)).stream()
                .map(PastFile::file)
                .filter(other -> configuration.has(other.feed()))
                .filter(other -> ASKED.contains(other.state()) && !other.id().equals(file.id()))
                .filter(other ->
                        later.whileItCounted(file.id(), other.id()) && later.related(file.feed(), other.feed()))
                .sorted(Comparator.comparing(ReceivedFile::arrivedAt)
                        .thenComparing(other -> configuration.feed(other.feed()).content())
                        .thenComparing(ReceivedFile::remoteName))
                .toList();
    }

    private boolean whileItCounted(FileId file, FileId other) {
        Long read = opened.get(other.value());
        Long from = loaded.get(file.value());
        return read != null
                && from != null
                && read > from
                && read < withdrawn.getOrDefault(file.value(), Long.MAX_VALUE);
    }

    private boolean related(FeedId file, FeedId other) {
        FeedId books = configuration.booksOf(file);
        return books.equals(configuration.booksOf(other))
                || configuration.coverageOf(other).contains(books);
    }
}
