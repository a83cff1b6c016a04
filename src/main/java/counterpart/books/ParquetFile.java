package counterpart.books;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import counterpart.model.Sha256;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * A Parquet file written from records: columns in snake case, compressed, in row groups small enough that writing needs
 * little memory. Its SHA-256 is known when it is closed.
 */
public final class ParquetFile<R extends Record> implements Closeable {
    /** A quarter of a million of narrow rows or some ten thousands of wide ones; all columns of a group are in memory. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private static final int PAGE_BYTES = 256 << 10;

    /** Columns of few values stay below it; those of many, such as ids, give up their dictionary early and cheaply. */
    private static final int DICTIONARY_BYTES = 64 << 10;

    private final DigestOutputStream out;
    private final CarpetWriter<R> writer;
    private long rows;

    private ParquetFile(Path file, Class<R> type) throws IOException {
        out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), Sha256.growing());
        writer = new CarpetWriter.Builder<>(out, type)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .withDictionaryPageSize(DICTIONARY_BYTES)
                .build();
    }

    /** Opens a new file; an old one of that name is replaced. */
    public static <R extends Record> ParquetFile<R> create(Path file, Class<R> type) {
        try {
            return new ParquetFile<>(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all rows to a new file and answers how many there were. */
    public static <R extends Record> long write(Path file, Class<R> type, Stream<? extends R> rows) {
        try (ParquetFile<R> parquet = create(file, type)) {
            rows.forEachOrdered(parquet::row);
            return parquet.rows();
        }
    }

    public void row(R row) {
        try {
            writer.write(row);
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        try {
            writer.close();
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hexadecimal SHA-256 of the closed file. */
    String digest() {
        return Sha256.of(out.getMessageDigest()).value();
    }
}
