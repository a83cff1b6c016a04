package counterpart.measure.book;

import counterpart.books.PlainBooks;
import counterpart.measure.Measures;
import counterpart.measure.MonthValue;
import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import counterpart.partner.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small books for the tests of measures; rows have valid defaults. */
final class MeasureFixture implements AutoCloseable {
    static final String COVERAGE = "lakeshore/eligibility";
    static final String MEDICAL = "lakeshore/medical";
    static final String PHARMACY = "lakeshore/pharmacy";
    static final String LEDGER = "cascadia/ledger";
    static final String RX_LEDGER = "cascadia/rx-ledger";
    static final String COVERAGE_LOAD = "F-000001-1";
    static final String MEDICAL_LOAD = "F-000002-1";
    static final String PHARMACY_LOAD = "F-000003-1";
    static final String LEDGER_LOAD = "F-000004-1";
    static final String CHANGES_LOAD = "F-000005-1";

    static final String RX_LEDGER_LOAD = "F-000006-1";

    final PlainBooks books;
    /** What the last roster reconciliation counted. */
    MeasureBook.RosterCount rosters = MeasureBook.RosterCount.NONE;

    private long row;

    MeasureFixture(Path folder) {
        books = new PlainBooks(folder);
        books.load(COVERAGE_LOAD, COVERAGE, "FULL", "2023-11-01", "2026-11-01");
        books.load(MEDICAL_LOAD, MEDICAL, "HIST", "2023-11-01", "2026-11-01");
        books.load(PHARMACY_LOAD, PHARMACY, "HIST", "2023-11-01", "2026-11-01");
        books.load(LEDGER_LOAD, LEDGER, "HIST", "2023-11-01", "2026-11-01");
        books.load(RX_LEDGER_LOAD, RX_LEDGER, "HIST", "2023-11-01", "2026-11-01");
    }

    static Partnership partnership(Partnership.MemberMonthRule rule, Target... targets) {
        return new Partnership(
                new PartnershipId("cascadia-lakeshore"),
                "Cascadia and Lakeshore",
                new PartnerId("lakeshore"),
                new PartnerId("cascadia"),
                new Partnership.Books(FeedId.of(COVERAGE), FeedId.of(MEDICAL), FeedId.of(PHARMACY)),
                new Secret("break key"),
                new Partnership.ClaimsLedger(FeedId.of(MEDICAL), FeedId.of(LEDGER), new Money(1), 45),
                rule,
                3,
                List.of(targets),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"),
                new Partnership.PharmacyLedger(FeedId.of(PHARMACY), FeedId.of(RX_LEDGER), new Money(1), 45, 90),
                new Partnership.Roster(
                        FeedId.of(COVERAGE),
                        FeedId.of("cascadia/roster"),
                        new PartnerId("lakeshore"),
                        List.of(Partnership.Rung.values()),
                        List.of(Partnership.Compared.values())));
    }

    /** A measure's month under the rule that any covered day counts. */
    MonthValue value(String measure, String month) {
        return value(measure, month, Partnership.MemberMonthRule.ANY_DAY);
    }

    MonthValue value(String measure, String month, Partnership.MemberMonthRule rule) {
        return compute(rule).getOrDefault(measure, List.of()).stream()
                .filter(m -> m.month().equals(YearMonth.parse(month)))
                .findFirst()
                .orElseThrow();
    }

    Map<String, List<MonthValue>> compute(Partnership.MemberMonthRule rule) {
        Partnership partnership = partnership(rule);
        Reach reach = new Reach(partnership, books.active(), LocalDate.parse("2026-11-10"));
        try (Connection connection = books.connect()) {
            Map<String, List<MonthValue>> values = new java.util.LinkedHashMap<>();
            new MeasureBook(partnership, partnership.feeds(), YearMonth.of(2026, 10), reach, rosters)
                    .compute(connection)
                    .forEach((measure, months) -> values.put(measure.name(), months));
            if (!values.keySet().equals(Measures.names())) {
                throw new AssertionError("measures computed: " + values.keySet());
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void span(String member, String type, String plan, String from, @Nullable String to) {
        span(member, "1980-06-15", type, plan, from, to);
    }

    void span(String member, String birth, String type, String plan, String from, @Nullable String to) {
        books.add(
                "coverage_span",
                "load_id",
                COVERAGE_LOAD,
                "feed_id",
                COVERAGE,
                "mode",
                "FULL",
                "as_of_date",
                LocalDate.parse("2026-11-01"),
                "row_number",
                ++row,
                "member_id",
                member,
                "birth_date",
                LocalDate.parse(birth),
                "plan_code",
                plan,
                "coverage_type",
                type,
                "effective_date",
                LocalDate.parse(from),
                "termination_date",
                to == null ? null : LocalDate.parse(to));
    }

    /** A row of a file of changes that came after the full file; rows count in the order in which they are added. */
    void change(String member, String type, String maintenance, String from, @Nullable String to) {
        books.add(
                "coverage_span",
                "load_id",
                CHANGES_LOAD,
                "feed_id",
                COVERAGE,
                "mode",
                "CHG",
                "as_of_date",
                LocalDate.parse("2026-11-02"),
                "row_number",
                ++row,
                "member_id",
                member,
                "birth_date",
                LocalDate.parse("1980-06-15"),
                "plan_code",
                "PPO",
                "coverage_type",
                type,
                "maintenance_type",
                maintenance,
                "effective_date",
                LocalDate.parse(from),
                "termination_date",
                to == null ? null : LocalDate.parse(to));
    }

    /** A version of a medical claim; more pairs of column and value may replace its defaults. */
    void claim(
            String id,
            int version,
            String type,
            String status,
            String adjudicated,
            long paidCents,
            @Nullable Object... more) {
        claimIn(MEDICAL_LOAD, MEDICAL, id, version, type, status, adjudicated, paidCents, more);
    }

    void claimIn(
            String load,
            String feed,
            String id,
            int version,
            String type,
            String status,
            String adjudicated,
            long paidCents,
            @Nullable Object... more) {
        Map<String, @Nullable Object> columns = new java.util.LinkedHashMap<>();
        columns.put("load_id", load);
        columns.put("feed_id", feed);
        columns.put("row_number", ++row);
        columns.put("claim_id", id);
        columns.put("claim_version", version);
        columns.put("adjustment_type", type);
        columns.put("claim_status", status);
        columns.put("claim_type", "PROF");
        columns.put("member_id", "M1");
        columns.put("from_date", LocalDate.parse(adjudicated).minusDays(10));
        columns.put("received_date", LocalDate.parse(adjudicated).minusDays(5));
        columns.put("adjudicated_date", LocalDate.parse(adjudicated));
        columns.put("paid_cents", paidCents);
        columns.put("allowed_cents", paidCents);
        columns.put("clean_claim", true);
        add("medical_claim", columns, more);
    }

    void line(String id, int number, String status, long paidCents, @Nullable String reasons) {
        books.add(
                "claim_line",
                "load_id",
                MEDICAL_LOAD,
                "feed_id",
                MEDICAL,
                "row_number",
                ++row,
                "claim_id",
                id,
                "claim_version",
                0,
                "line_number",
                number,
                "line_status",
                status,
                "paid_cents",
                paidCents,
                "adjustment_reasons",
                reasons);
    }

    /** A paid claim of a hospital, from admission to discharge; more pairs may replace its defaults. */
    void stay(String id, String member, String admitted, String discharged, @Nullable Object... more) {
        Map<String, @Nullable Object> columns = new java.util.LinkedHashMap<>();
        columns.put("member_id", member);
        columns.put("claim_type", "INST");
        columns.put("bill_type", "0111");
        columns.put("from_date", LocalDate.parse(admitted));
        columns.put("thru_date", LocalDate.parse(discharged));
        columns.put("admit_date", LocalDate.parse(admitted));
        columns.put("discharge_date", LocalDate.parse(discharged));
        columns.put("discharge_status", "01");
        for (int i = 0; i < more.length; i += 2) {
            columns.put(String.valueOf(more[i]), more[i + 1]);
        }
        claim(
                id,
                0,
                "ORIGINAL",
                "PAID",
                LocalDate.parse(discharged).plusDays(9).toString(),
                100_000,
                columns.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray());
    }

    /** A claim of one line with a revenue or a procedure code; institutional when it has a revenue code. */
    void care(String id, String member, String day, @Nullable String revenue, @Nullable String procedure) {
        claim(
                id,
                0,
                "ORIGINAL",
                "PAID",
                LocalDate.parse(day).plusDays(9).toString(),
                50_000,
                "member_id",
                member,
                "claim_type",
                revenue == null ? "PROF" : "INST",
                "bill_type",
                revenue == null ? null : "0131",
                "from_date",
                LocalDate.parse(day));
        books.add(
                "claim_line",
                "load_id",
                MEDICAL_LOAD,
                "feed_id",
                MEDICAL,
                "claim_id",
                id,
                "claim_version",
                0,
                "line_number",
                1,
                "line_status",
                "PAID",
                "from_date",
                LocalDate.parse(day),
                "revenue_code",
                revenue,
                "procedure_code",
                procedure,
                "place_of_service",
                revenue == null ? "23" : null,
                "paid_cents",
                50_000L);
    }

    /** A prescription transaction; more pairs of column and value may replace its defaults. */
    void script(
            String id,
            String code,
            @Nullable String original,
            String rx,
            @Nullable Integer fill,
            String date,
            long cents,
            @Nullable Object... more) {
        Map<String, @Nullable Object> columns = new java.util.LinkedHashMap<>();
        columns.put("load_id", PHARMACY_LOAD);
        columns.put("feed_id", PHARMACY);
        columns.put("row_number", ++row);
        columns.put("claim_id", id);
        columns.put("transaction_code", code);
        columns.put("transaction_status", code.equals("B2") ? "A" : "P");
        columns.put("original_claim_id", original);
        columns.put("member_id", "M1");
        columns.put("pharmacy_id", "1234567893");
        columns.put("prescription_number", rx);
        columns.put("fill_number", fill);
        columns.put("service_date", LocalDate.parse(date));
        columns.put("adjudicated_date", LocalDate.parse(date));
        columns.put("ndc", "00002322730");
        columns.put("brand_generic", "G");
        columns.put("plan_paid_cents", cents);
        add("pharmacy_claim", columns, more);
    }

    private void add(String table, Map<String, @Nullable Object> columns, @Nullable Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            columns.put(String.valueOf(more[i]), more[i + 1]);
        }
        books.add(
                table,
                columns.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray());
    }

    @Override
    public void close() {
        books.close();
    }
}
