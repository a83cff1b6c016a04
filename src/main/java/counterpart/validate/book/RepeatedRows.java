package counterpart.validate.book;

import counterpart.books.ParquetFile;
import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import counterpart.partner.FileLayout.AmountLevel;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, in files beside the load, what lines repeat of their claims until all lines are known: a claim's lines may stand
 * anywhere in the partner's file. The files are deleted at the end.
 */
final class RepeatedRows implements Closeable {
    private final Path folder;
    private final Map<AmountLevel, ParquetFile<MedicalClaim>> claims = new EnumMap<>(AmountLevel.class);
    private @Nullable ParquetFile<ClaimLine> lines;
    private boolean written;

    /** @param folder made when the first row comes */
    RepeatedRows(Path folder) {
        this.folder = folder;
    }

    void add(MedicalClaim claim, ClaimLine line, AmountLevel level) {
        ParquetFile<ClaimLine> kept = lines;
        if (kept == null) {
            makeFolder();
            kept = ParquetFile.create(linesFile(), ClaimLine.class);
            lines = kept;
        }
        kept.row(line);
        claims.computeIfAbsent(level, l -> ParquetFile.create(claimsFile(l), MedicalClaim.class))
                .row(claim);
    }

    boolean isEmpty() {
        return lines == null;
    }

    /** Closes the files, so that they can be read. */
    void write() {
        if (!written && lines != null) {
            written = true;
            lines.close();
            claims.values().forEach(ParquetFile::close);
        }
    }

    Path linesFile() {
        return folder.resolve("lines.parquet");
    }

    Path claimsFile(AmountLevel level) {
        return folder.resolve("claims-" + level + ".parquet");
    }

    @Override
    public void close() {
        write();
        try {
            Files.deleteIfExists(linesFile());
            for (AmountLevel level : AmountLevel.values()) {
                Files.deleteIfExists(claimsFile(level));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process that died left is of no use: the file is read again. */
    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
