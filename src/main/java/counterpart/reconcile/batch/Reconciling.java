package counterpart.reconcile.batch;

import counterpart.control.batch.JobKeys;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One reconciliation, as the keys of its job name it.
 *
 * @param booksHash digest over the active loads that it was started for
 */
record Reconciling(Partnership partnership, LocalDate asOf, String booksHash) {
    private static final int HASH_SHOWN = 8;

    static Reconciling of(JobKeys keys, Configuration configuration) {
        PartnershipId id = new PartnershipId(keys.text("partnership"));
        Partnership partnership = configuration.partnerships().get(id);
        if (partnership == null) {
            throw new IllegalArgumentException("no partnership is called " + id);
        }
        return new Reconciling(partnership, keys.date("asOf"), keys.text("booksHash"));
    }

    /** The same keys give the same run. */
    String runId() {
        return partnership.id() + "-" + asOf + "-" + booksHash.substring(0, Math.min(HASH_SHOWN, booksHash.length()));
    }

    /** The folder in which a step leaves what the next one needs; it holds claim ids, so it is part of the books. */
    Path work(Home home) {
        try {
            return Files.createDirectories(home.books().resolve("work").resolve(runId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the working folder; doing it again is allowed. */
    void tidy(Home home) {
        Path work = work(home);
        try (Stream<Path> inside = Files.walk(work)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
