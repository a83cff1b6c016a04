package counterpart.reconcile.book;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.PharmacyLedger;
import counterpart.reconcile.Difference;
import counterpart.reconcile.Netting;
import counterpart.reconcile.Nettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nets the prescriptions of a partnership's two pharmacy ledgers with their reversals, across files, and holds the nets
 * against each other (R6). What it finds it leaves in a working folder for the next step: {@code compared_fill.parquet}
 * and {@code fill_difference.parquet}. What the netting came to is a run of kind {@code netting} in the books.
 */
public final class PharmacyBook implements Nettings {
    private static final String KIND = "netting";
    private static final String NETTING = "netting.json";
    private static final String COMPARED = "compared_fill.parquet";
    private static final String DIFFERENCES = "fill_difference.parquet";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Books books;
    private final BookReading reading;
    private final Home home;

    public PharmacyBook(Books books, Home home) {
        this.books = books;
        this.reading = new BookReading(books, "prescriptions");
        this.home = home;
    }

    /** Nets and matches; every fill has one outcome. Doing it again replaces what it left. */
    public LedgerBook.Outcomes net(Partnership partnership, LocalDate asOf, String runId, Path work) {
        PharmacyLedger ledger = ledgerOf(partnership);
        return reading.onBooks(partnership.id(), parameters(ledger, asOf), sql -> {
            sql.statement("net_prescriptions").update();
            sql.statement("match_fills").update();
            sql.statement("list_fill_differences").update();
            nameCauses(ledger, sql);
            sql.save("compared_fill", work.resolve(COMPARED));
            sql.save("difference", work.resolve(DIFFERENCES));
            keep(netting(partnership, asOf, sql), runId);
            return outcomes(sql);
        });
    }

    /** What {@link #net} counted. */
    public LedgerBook.Outcomes outcomes(Partnership partnership, LocalDate asOf, Path work) {
        return reading.onFiles(partnership.id(), parameters(ledgerOf(partnership), asOf), sql -> {
            sql.open("compared_fill", work.resolve(COMPARED));
            return outcomes(sql);
        });
    }

    /** What {@link #net} found to differ. */
    public List<Difference> differences(Partnership partnership, Path work) {
        return reading.onFiles(partnership.id(), Map.of(), sql -> {
            sql.open("difference", work.resolve(DIFFERENCES));
            return sql.statement("read_differences")
                    .query(BreakRows::difference)
                    .list();
        });
    }

    @Override
    public Optional<Netting> latest(PartnershipId partnership) {
        try (Connection connection = books.connectWithoutViews()) {
            return new ReconcileSql(connection, Map.of("partnership", partnership.value()))
                    .statement("find_netting")
                    .query(String.class)
                    .optional()
                    .map(folder -> home.books().resolve("runs").resolve(folder).resolve(NETTING))
                    .filter(Files::exists)
                    .map(file -> JSON.readValue(file, Netting.class));
        } catch (SQLException e) {
            throw new IllegalStateException("the nettings of " + partnership + " could not be read; run again", e);
        }
    }

    private void keep(Netting netting, String runId) {
        Path folder = books.stageRun(KIND, runId);
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(NETTING), netting);
        books.activateRun(KIND, netting.partnership().value(), runId);
    }

    private static Netting netting(Partnership partnership, LocalDate asOf, ReconcileSql sql) {
        Map<String, Netting.Ledger> sides = new HashMap<>();
        sql.statement("sum_netting").query(row -> {
            sides.put(row.getString("side"), side(row));
        });
        List<Netting.Month> months = sql.statement("sum_net_months")
                .query((row, n) -> new Netting.Month(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
        return new Netting(
                partnership.id(),
                asOf,
                sides.getOrDefault("LEFT", Netting.Ledger.EMPTY),
                sides.getOrDefault("RIGHT", Netting.Ledger.EMPTY),
                months);
    }

    private static Netting.Ledger side(ResultSet row) throws SQLException {
        return new Netting.Ledger(
                row.getLong("billings"),
                row.getLong("reversals"),
                row.getLong("netted"),
                row.getLong("netted_across_files"),
                row.getLong("waiting"),
                row.getLong("twice"),
                row.getLong("repeated"),
                row.getLong("scripts"),
                row.getLong("billed_cents"),
                row.getLong("paid_cents"));
    }

    private static LedgerBook.Outcomes outcomes(ReconcileSql sql) {
        return sql.statement("count_fill_outcomes")
                .query((row, n) -> new LedgerBook.Outcomes(
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

    private void nameCauses(PharmacyLedger ledger, ReconcileSql sql) {
        sql.statement("create_rejected_claim").update();
        findRejected("LEFT", ledger.left(), sql);
        findRejected("RIGHT", ledger.right(), sql);
        sql.statement("name_fill_causes").update();
    }

    private void findRejected(String side, FeedId feed, ReconcileSql sql) {
        List<String> files = books.active().stream()
                .filter(load -> load.feed().equals(feed))
                .map(load -> books.folderOf(load.load()).resolve("reject.parquet"))
                .filter(Files::exists)
                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                .toList();
        if (!files.isEmpty()) {
            sql.withFiles("find_rejected_prescriptions", Map.of(":files", "[" + String.join(", ", files) + "]"))
                    .param("side", side)
                    .update();
        }
    }

    private Map<String, Object> parameters(PharmacyLedger ledger, LocalDate asOf) {
        return Map.of(
                "left_feed", ledger.left().toString(),
                "right_feed", ledger.right().toString(),
                "common_cut_off", commonCutOff(ledger, asOf),
                "as_of", asOf,
                "timing_days", ledger.timingDays(),
                "carry_days", ledger.carryDays(),
                "tolerance_cents", ledger.tolerance().cents());
    }

    /** The earlier of the two days to which the ledgers reach; the as-of day when one is empty. */
    private LocalDate commonCutOff(PharmacyLedger ledger, LocalDate asOf) {
        Optional<LocalDate> left = reach(ledger.left());
        Optional<LocalDate> right = reach(ledger.right());
        return left.isEmpty() || right.isEmpty() ? asOf : left.get().isBefore(right.get()) ? left.get() : right.get();
    }

    private Optional<LocalDate> reach(FeedId feed) {
        return books.active().stream()
                .filter(load -> load.feed().equals(feed))
                .map(PharmacyBook::lastDay)
                .max(LocalDate::compareTo);
    }

    private static LocalDate lastDay(ActiveLoad load) {
        LocalDate periodTo = load.periodTo();
        return periodTo == null ? load.asOf() : periodTo;
    }

    private static PharmacyLedger ledgerOf(Partnership partnership) {
        return Objects.requireNonNull(
                partnership.pharmacyLedger(), () -> partnership.id() + " has no two ledgers of prescriptions");
    }
}
