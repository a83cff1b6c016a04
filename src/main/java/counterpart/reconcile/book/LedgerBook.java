package counterpart.reconcile.book;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.model.FeedId;
import counterpart.partner.Partnership;
import counterpart.reconcile.Difference;
import counterpart.reconcile.FileTotals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the two claims ledgers of a partnership against each other (R5) in the books. What one step finds it leaves in a
 * working folder for the next: {@code aligned_claim.parquet}, then {@code compared_claim.parquet} and
 * {@code difference.parquet}.
 */
public final class LedgerBook {
    private static final String ALIGNED = "aligned_claim.parquet";
    private static final String COMPARED = "compared_claim.parquet";
    private static final String DIFFERENCES = "difference.parquet";

    private final Books books;
    private final BookReading reading;

    public LedgerBook(Books books) {
        this.books = books;
        this.reading = new BookReading(books, "ledgers");
    }

    /** Versions of claims that were read: those that count and those that came twice. */
    public record Aligned(long counted, long repeated) {}

    /**
     * Claim families by outcome; timing is a part of the one-sided.
     *
     * @param holdUntil last day on which no matter of timing ends by its age alone; none when nothing waits
     */
    public record Outcomes(
            long all,
            long matched,
            long onlyLeft,
            long onlyRight,
            long different,
            long duplicate,
            long timing,
            @Nullable LocalDate holdUntil) {
        /** Of a partnership without two ledgers. */
        public static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0, 0, null);

        /** Both together. */
        public Outcomes plus(Outcomes other) {
            return new Outcomes(
                    all + other.all,
                    matched + other.matched,
                    onlyLeft + other.onlyLeft,
                    onlyRight + other.onlyRight,
                    different + other.different,
                    duplicate + other.duplicate,
                    timing + other.timing,
                    earlier(holdUntil, other.holdUntil));
        }

        private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }

    /** Brings both ledgers to one row a claim family, and to the day to which both reach. */
    public Aligned align(Partnership partnership, LocalDate asOf, Path work) {
        return reading.onBooks(partnership.id(), parameters(partnership, asOf), sql -> {
            sql.statement("align_ledgers").update();
            sql.save("aligned_claim", work.resolve(ALIGNED));
            return sql.statement("count_versions")
                    .query((row, n) -> new Aligned(row.getLong(1), row.getLong(2)))
                    .single();
        });
    }

    /** Matches the aligned ledgers; every family has one outcome. */
    public Outcomes match(Partnership partnership, LocalDate asOf, Path work) {
        return reading.onBooks(partnership.id(), parameters(partnership, asOf), sql -> {
            sql.open("aligned_claim", work.resolve(ALIGNED));
            sql.statement("match_ledgers").update();
            sql.statement("list_differences").update();
            nameCauses(partnership, sql);
            sql.save("compared_claim", work.resolve(COMPARED));
            sql.save("difference", work.resolve(DIFFERENCES));
            return outcomes(sql);
        });
    }

    /** What {@link #match} counted. */
    public Outcomes outcomes(Partnership partnership, LocalDate asOf, Path work) {
        return reading.onFiles(partnership.id(), parameters(partnership, asOf), sql -> {
            sql.open("compared_claim", work.resolve(COMPARED));
            return outcomes(sql);
        });
    }

    /** What {@link #match} found to differ. */
    public List<Difference> differences(Partnership partnership, Path work) {
        return reading.onFiles(partnership.id(), Map.of(), sql -> {
            sql.open("difference", work.resolve(DIFFERENCES));
            return sql.statement("read_differences")
                    .query(BreakRows::difference)
                    .list();
        });
    }

    /** Rows and plan paid in the books of every load of the partnership that counts, by load id. */
    public Map<String, FileTotals.InBooks> loadedRows(Partnership partnership) {
        List<String> feeds = partnership.feeds().stream().map(FeedId::toString).toList();
        return reading.onBooks(partnership.id(), Map.of("feeds", feeds), sql -> {
            Map<String, FileTotals.InBooks> loads = new HashMap<>();
            sql.statement("count_loaded_rows").query(row -> {
                loads.put(row.getString(1), new FileTotals.InBooks(row.getLong(2), row.getLong(3)));
            });
            return loads;
        });
    }

    private static Outcomes outcomes(ReconcileSql sql) {
        return sql.statement("count_outcomes")
                .query((row, n) -> new Outcomes(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getObject(8, LocalDate.class)))
                .single();
    }

    private void nameCauses(Partnership partnership, ReconcileSql sql) {
        sql.statement("create_rejected_claim").update();
        findRejected("LEFT", ledgerOf(partnership).left(), sql);
        findRejected("RIGHT", ledgerOf(partnership).right(), sql);
        sql.statement("name_causes").update();
    }

    private void findRejected(String side, FeedId feed, ReconcileSql sql) {
        String rejects = files(feed, "reject.parquet");
        if (!rejects.isEmpty()) {
            sql.withFiles("find_rejected_rows", Map.of(":files", rejects))
                    .param("side", side)
                    .update();
        }
        String verdicts = files(feed, "verdict.parquet");
        String claims = files(feed, "medical_claim.parquet");
        if (!verdicts.isEmpty() && !claims.isEmpty()) {
            sql.withFiles("find_rejected_verdicts", Map.of(":verdict_files", verdicts, ":claim_files", claims))
                    .param("side", side)
                    .update();
        }
    }

    /** The feed's files of that name as an SQL list; empty text when there is none. */
    private String files(FeedId feed, String name) {
        List<String> files = books.active().stream()
                .filter(load -> load.feed().equals(feed))
                .map(load -> books.folderOf(load.load()).resolve(name))
                .filter(Files::exists)
                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                .toList();
        return files.isEmpty() ? "" : "[" + String.join(", ", files) + "]";
    }

    private Map<String, Object> parameters(Partnership partnership, LocalDate asOf) {
        Partnership.ClaimsLedger ledger = ledgerOf(partnership);
        return Map.of(
                "left_feed", ledger.left().toString(),
                "right_feed", ledger.right().toString(),
                "common_cut_off", commonCutOff(ledger, asOf),
                "as_of", asOf,
                "timing_days", ledger.timingDays(),
                "tolerance_cents", ledger.tolerance().cents());
    }

    private static Partnership.ClaimsLedger ledgerOf(Partnership partnership) {
        return Objects.requireNonNull(
                partnership.claimsLedger(), () -> partnership.id() + " has no two ledgers of medical claims");
    }

    /** The earlier of the two days to which the ledgers reach; the as-of day when one is empty. */
    private LocalDate commonCutOff(Partnership.ClaimsLedger ledger, LocalDate asOf) {
        Optional<LocalDate> left = reach(ledger.left());
        Optional<LocalDate> right = reach(ledger.right());
        if (left.isEmpty() || right.isEmpty()) {
            return asOf;
        }
        return left.get().isBefore(right.get()) ? left.get() : right.get();
    }

    private Optional<LocalDate> reach(FeedId feed) {
        return books.active().stream()
                .filter(load -> load.feed().equals(feed))
                .map(LedgerBook::lastDay)
                .max(LocalDate::compareTo);
    }

    private static LocalDate lastDay(ActiveLoad load) {
        LocalDate periodTo = load.periodTo();
        return periodTo == null ? load.asOf() : periodTo;
    }
}
