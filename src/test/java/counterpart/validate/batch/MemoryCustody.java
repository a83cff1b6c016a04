package counterpart.validate.batch;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.receive.ControlFile;
import counterpart.receive.Custody;
import counterpart.receive.DuplicateDelivery;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A custody ledger in memory that refuses what {@link FileState} does not allow. */
final class MemoryCustody implements Custody {
    final Map<FileId, ReceivedFile> files = new LinkedHashMap<>();
    final Map<FileId, Settlement> settlements = new HashMap<>();
    final Map<FileId, String> answers = new LinkedHashMap<>();
    final List<DuplicateDelivery> duplicates = new ArrayList<>();
    final List<String> duplicateNames = new ArrayList<>();
    final Map<FileId, ControlFile> controlFiles = new HashMap<>();

    void take(ReceivedFile file) {
        files.put(file.id(), file);
    }

    @Override
    public Optional<ReceivedFile> find(FileId id) {
        return Optional.ofNullable(files.get(id));
    }

    @Override
    public Optional<ControlFile> controlFile(FileId id) {
        return Optional.ofNullable(controlFiles.get(id));
    }

    @Override
    public List<ReceivedFile> awaitingIntake() {
        return List.copyOf(files.values());
    }

    @Override
    public void open(FileId id) {
        become(id, FileState.OPENED);
    }

    @Override
    public void settle(FileId id, Settlement settlement, String actor) {
        if (!settlement.equals(settlements.put(id, settlement))) {
            become(id, settlement.state());
        }
    }

    @Override
    public void supersede(FileId id, FileId by) {
        become(id, FileState.SUPERSEDED);
    }

    @Override
    public void acknowledged(FileId id, String remotePath, Instant at) {
        answers.put(id, remotePath);
    }

    @Override
    public Optional<Settlement> settlement(FileId id) {
        return Optional.ofNullable(settlements.get(id));
    }

    @Override
    public List<PastFile> lastLoaded(FeedId feed, int atMost) {
        return latest(1000).stream()
                .filter(p -> p.file().feed().equals(feed))
                .filter(p -> p.file().state() == FileState.LOADED || p.file().state() == FileState.SUPERSEDED)
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<FileId> findByHeaderFileId(FeedId feed, String headerFileId, FileId other) {
        return settlements.entrySet().stream()
                .filter(e -> !e.getKey().equals(other) && the(e.getKey()).feed().equals(feed))
                .filter(e -> headerFileId.equals(e.getValue().header().fileId()))
                .filter(e -> e.getValue().state() != FileState.REFUSED)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public List<PastFile> latest(int atMost) {
        List<PastFile> past = new ArrayList<>();
        files.values().forEach(f -> past.add(new PastFile(f, settlement(f.id()))));
        Collections.reverse(past);
        return past.stream().limit(atMost).toList();
    }

    @Override
    public List<DuplicateDelivery> unansweredDuplicates(FeedId feed) {
        return duplicates.stream()
                .filter(duplicate -> duplicate.original().feed().equals(feed))
                .toList();
    }

    @Override
    public void duplicateAnswered(long number, String remotePath, Instant at) {
        duplicates.removeIf(d -> d.number() == number);
    }

    @Override
    public List<String> duplicateNames(FeedId feed, Instant before) {
        return List.copyOf(duplicateNames);
    }

    /** A file that must be there. */
    ReceivedFile the(FileId id) {
        return find(id).orElseThrow();
    }

    private void become(FileId id, FileState next) {
        ReceivedFile file = the(id);
        if (!file.state().mayBecome(next)) {
            throw new IllegalStateException("file " + id + " is " + file.state() + ", it cannot become " + next);
        }
        files.put(
                id,
                new ReceivedFile(
                        id,
                        file.feed(),
                        file.epoch(),
                        file.remoteName(),
                        file.receivedSha(),
                        file.clearSha(),
                        file.bytes(),
                        file.arrivedAt(),
                        file.takenAt(),
                        next));
    }
}
