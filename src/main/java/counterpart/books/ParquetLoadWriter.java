package counterpart.books;

import counterpart.finding.Finding;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.LoadId;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Writes a load's Parquet files on a thread of its own. Rows cross to it in blocks through a bounded queue, so a caller
 * that is faster waits, and memory stays flat. For use by one thread.
 */
final class ParquetLoadWriter implements LoadWriter {
    private static final int BLOCK = 2048;
    private static final int BLOCKS_WAITING = 4;
    private static final Block END = new Block("", Record.class, List.of());

    /** A row that was left out, with the bytes that the partner sent. */
    record RejectRow(long line, String code, Binary original) {}

    /** A finding as it is kept; values are masked. */
    record FindingRow(
            long line,
            String code,
            String severity,
            @Nullable String field,
            @Nullable String recordKey,
            @Nullable String maskedValue,
            String sentence) {}

    /** Rows of one kind on their way to the file of that name. */
    private record Block(String name, Class<? extends Record> type, List<? extends Record> rows) {}

    private final LoadId load;
    private final Path folder;
    private final String keyId;
    private final Map<String, List<Record>> filling = new LinkedHashMap<>();
    private final Map<String, ParquetFile<Record>> files = new LinkedHashMap<>();
    private final BlockingQueue<Block> queue = new ArrayBlockingQueue<>(BLOCKS_WAITING);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private boolean finished;
    private boolean closed;

    /**
     * @param folder staging folder, empty
     * @param keyId id of the key to encrypt with; only {@code none} can be had
     */
    ParquetLoadWriter(LoadId load, Path folder, String keyId) {
        if (!keyId.equals(Manifest.NO_KEY)) {
            throw new IllegalArgumentException(
                    "books cannot be encrypted with the key '" + keyId + "': only 'none' can be had");
        }
        this.load = load;
        this.folder = folder;
        this.keyId = keyId;
        this.thread = new Thread(this::writeBlocks, "write-" + load);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void row(BookTable table, BookRow row) {
        add(table.sqlName(), table.rowType().asSubclass(Record.class), (Record) row);
    }

    @Override
    public void reject(long line, String original, Charset charset, String code) {
        Binary bytes = Binary.fromConstantByteArray(original.getBytes(charset));
        add("reject", RejectRow.class, new RejectRow(line, code, bytes));
    }

    @Override
    public void finding(Finding finding) {
        FindingRow row = new FindingRow(
                finding.line(),
                finding.code().value(),
                finding.severity().name(),
                finding.field(),
                finding.recordKey(),
                finding.maskedValue(),
                finding.sentence());
        add("finding", FindingRow.class, row);
    }

    @Override
    public Map<BookTable, Long> finish() {
        filling.forEach((name, rows) -> {
            if (!rows.isEmpty()) {
                put(new Block(name, rows.get(0).getClass(), rows));
            }
        });
        filling.clear();
        put(END);
        join();
        refuseAfterFailure();
        List<Manifest.Entry> entries = new ArrayList<>();
        files.forEach((name, file) -> entries.add(new Manifest.Entry(name + ".parquet", file.rows(), file.digest())));
        new Manifest(load.value(), keyId, entries).writeTo(folder);
        finished = true;
        return rowsByTable();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!finished) {
            thread.interrupt();
            join();
            Folders.delete(folder);
        }
    }

    private Map<BookTable, Long> rowsByTable() {
        Map<BookTable, Long> rows = new EnumMap<>(BookTable.class);
        for (BookTable table : BookTable.values()) {
            ParquetFile<Record> file = files.get(table.sqlName());
            rows.put(table, file == null ? 0L : file.rows());
        }
        return rows;
    }

    private void add(String name, Class<? extends Record> type, Record row) {
        List<Record> rows = filling.computeIfAbsent(name, fresh -> new ArrayList<>(BLOCK));
        rows.add(row);
        if (rows.size() == BLOCK) {
            put(new Block(name, type, rows));
            filling.remove(name);
        }
    }

    private void put(Block block) {
        refuseAfterFailure();
        if (finished || closed) {
            throw new IllegalStateException("the load " + load + " is finished; stage it again to write more");
        }
        try {
            queue.put(block);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BooksException("writing of load " + load + " was interrupted; it is staged anew by a rerun", e);
        }
        refuseAfterFailure();
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BooksException("writing of load " + load + " was interrupted; it is staged anew by a rerun", e);
        }
    }

    private void refuseAfterFailure() {
        Throwable cause = failure;
        if (cause != null) {
            throw new BooksException(
                    "the load " + load + " could not be written to " + folder
                            + ", so it was not staged; see that the disk has room and can be written, then run again",
                    cause);
        }
    }

    /** The writing thread: ends at the last block, at an interruption, or by draining the queue after a failure. */
    private void writeBlocks() {
        try {
            for (Block block = queue.take(); block != END; block = queue.take()) {
                write(block);
            }
        } catch (InterruptedException e) {
            failure = e; // closed before it was finished
        } catch (RuntimeException | Error e) {
            failure = e;
            letNobodyWait();
        } finally {
            closeFiles();
        }
    }

    private void letNobodyWait() {
        try {
            while (queue.take() != END && !closed) {
                // thrown away: the caller learns of the failure at its next call
                continue;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Block block) {
        @SuppressWarnings("unchecked") // a name stands for one record type
        Class<Record> type = (Class<Record>) block.type();
        ParquetFile<Record> file = files.computeIfAbsent(
                block.name(), name -> ParquetFile.create(folder.resolve(name + ".parquet"), type));
        block.rows().forEach(file::row);
    }

    private void closeFiles() {
        for (ParquetFile<Record> file : files.values()) {
            try {
                file.close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                }
            }
        }
    }
}
