package counterpart.books;

import counterpart.model.LoadId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Folders of the books that do not count. Whatever counts, or would count again if a load were withdrawn, is never among
 * them, and is not removed by whatever name it is asked for.
 */
public final class IdleBooks {
    private static final String STAGED = ".part";
    private static final String ATTEMPT = "-[0-9]+$";

    /**
     * A folder.
     *
     * @param name the load's id, or a run's kind and folder
     * @param rows rows that it holds, by its manifest; 0 when it has none
     * @param digest SHA-256 of its manifest; empty when it has none
     */
    public record Idle(String name, Path folder, long bytes, long rows, String digest) {}

    private final Path books;
    private final BookLedger ledger;

    IdleBooks(Path books, BookLedger ledger) {
        this.books = books;
        this.ledger = ledger;
    }

    /** Published loads that neither count nor would count again. */
    public List<Idle> loads() {
        Set<LoadId> needed = ledger.needed();
        List<Idle> idle = new ArrayList<>();
        for (Path folder : Folders.in(books.resolve("loads"))) {
            String name = String.valueOf(folder.getFileName());
            if (!name.endsWith(STAGED) && !needed.contains(new LoadId(name))) {
                idle.add(idle(name, folder));
            }
        }
        return idle;
    }

    /** Published runs of which no attempt counts. */
    public List<Idle> runs() {
        Set<String> counting = new HashSet<>();
        ledger.runFolders(books).forEach(folder -> counting.add(withoutAttempt(name(folder))));
        List<Idle> idle = new ArrayList<>();
        for (Path kind : Folders.in(books.resolve("runs"))) {
            for (Path folder : Folders.in(kind)) {
                String name = name(folder);
                if (!name.endsWith(STAGED) && !counting.contains(withoutAttempt(name))) {
                    idle.add(idle(name, folder));
                }
            }
        }
        return idle;
    }

    /** Folders of loads and runs that were begun and not published. */
    public List<Idle> unfinished() {
        List<Path> places = new ArrayList<>(List.of(books.resolve("loads")));
        places.addAll(Folders.in(books.resolve("runs")));
        return places.stream()
                .flatMap(place -> Folders.in(place).stream())
                .filter(folder -> folder.toString().endsWith(STAGED))
                .map(folder -> idle(books.relativize(folder).toString(), folder))
                .toList();
    }

    /**
     * Removes a folder with all that is in it.
     *
     * @throws BooksException when it counts by now; nothing was removed
     */
    public void remove(Idle idle) {
        if (!isIdle(idle.folder())) {
            throw new BooksException(idle.name() + " counts or is needed, so it was not removed; plan again", null);
        }
        try {
            // Under another name first: a load that lost half its files must not look like one.
            Path gone = idle.folder().resolveSibling("gone-" + idle.folder().getFileName() + STAGED);
            Folders.delete(gone);
            Files.move(idle.folder(), gone, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(gone);
        } catch (IOException e) {
            throw new UncheckedIOException(idle.folder() + " could not be removed; see its rights", e);
        }
    }

    private boolean isIdle(Path folder) {
        String name = String.valueOf(folder.getFileName());
        if (!folder.startsWith(books) || !Files.isDirectory(folder)) {
            return false;
        }
        if (name.endsWith(STAGED)) {
            return true;
        }
        return books.resolve("loads").equals(folder.getParent())
                ? !ledger.needed().contains(new LoadId(name))
                : ledger.runFolders(books).stream()
                        .noneMatch(run -> withoutAttempt(name(run)).equals(withoutAttempt(name(folder))));
    }

    private String name(Path run) {
        return books.resolve("runs").relativize(run).toString().replace('\\', '/');
    }

    private static String withoutAttempt(String name) {
        return name.replaceFirst(ATTEMPT, "");
    }

    private static Idle idle(String name, Path folder) {
        long bytes = Folders.bytes(folder);
        if (!Manifest.existsIn(folder)) {
            return new Idle(name, folder, bytes, 0, "");
        }
        Manifest manifest = Manifest.readFrom(folder);
        long rows = manifest.files().stream().mapToLong(Manifest.Entry::rows).sum();
        return new Idle(name, folder, bytes, rows, Manifest.digest(folder.resolve(Manifest.NAME)));
    }
}
