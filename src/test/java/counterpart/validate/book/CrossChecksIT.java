package counterpart.validate.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.ActiveLoad;
import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.books.LoadWriter;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.CoverageSpan;
import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.Home;
import counterpart.model.LoadId;
import counterpart.model.MedicalClaim;
import counterpart.model.PartnerId;
import counterpart.model.PharmacyClaim;
import counterpart.partner.EditTerms;
import counterpart.validate.AgreedEdits;
import counterpart.validate.ExampleRow;
import counterpart.validate.RejectedReferences;
import counterpart.validate.TestLayouts;
import counterpart.validate.csv.CsvReaders;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks across rows, each at both sides of its boundary, on rows that are made one by one. */
class CrossChecksIT {
    private static final PartnerId LAKESHORE = new PartnerId("lakeshore");

    @TempDir
    Path folder;

    private DuckBooks books;
    private String mode = "FULL";
    private int loads;
    private long row;

    @BeforeEach
    void open() {
        books = DuckBooks.open(new Home(folder), BooksSettings.besideHeap(), "none");
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void a_gap_of_one_to_thirty_one_days_in_one_plan_is_told() throws Exception {
        assertThat(check(
                        span("M1", "effective_date", day(1, 1), "termination_date", day(6, 30)),
                        span("M1", "effective_date", day(7, 1)),
                        span("M2", "effective_date", day(1, 1), "termination_date", day(6, 30)),
                        span("M2", "effective_date", day(7, 2)),
                        span("M3", "effective_date", day(1, 1), "termination_date", day(6, 30)),
                        span("M3", "effective_date", day(8, 1)),
                        span("M4", "effective_date", day(1, 1), "termination_date", day(6, 30)),
                        span("M4", "effective_date", day(8, 2)),
                        span("M5", "effective_date", day(1, 1), "termination_date", day(6, 30)),
                        span("M5", "effective_date", day(7, 2), "plan_code", "HDHP")))
                .containsExactly("E-111@4", "E-111@6");
    }

    @Test
    void one_member_id_is_one_person_in_the_file_and_in_the_books() throws Exception {
        load(BookTable.COVERAGE_SPAN, span("M1"), span("M2"), span("M3"));
        row = 0;
        LocalDate other = LocalDate.of(1958, 5, 17);
        assertThat(check(
                        span("M1"),
                        span("M2", "birth_date", other),
                        span("M4", "coverage_type", "MED"),
                        span("M4", "coverage_type", "RX", "birth_date", other),
                        span("M5")))
                .containsExactly("E-113@2", "E-113@4");
    }

    @Test
    void a_tier_leaves_nobody_out_who_is_covered() throws Exception {
        assertThat(check(
                        span("S1", "coverage_tier", "EE"),
                        dependant("D1", "S1", "SPOUSE"),
                        span("S2", "coverage_tier", "ES"),
                        dependant("D2", "S2", "SPOUSE"),
                        span("S3", "coverage_tier", "ES"),
                        dependant("D3", "S3", "CHILD"),
                        span("S4", "coverage_tier", "EC"),
                        dependant("D4", "S4", "CHILD"),
                        span("S5", "coverage_tier", "EC"),
                        dependant("D5", "S5", "SPOUSE"),
                        span("S6", "coverage_tier", "FAM"),
                        dependant("D6", "S6", "CHILD"),
                        span("S7", "coverage_tier", "EE", "termination_date", day(2, 28)),
                        span("D7", "subscriber_id", "S7", "relationship", "CHILD", "effective_date", day(3, 1))))
                .containsExactly("E-120@1", "E-120@5", "E-120@9");
    }

    @Test
    void a_claim_lies_within_the_members_life_and_body() throws Exception {
        load(
                BookTable.COVERAGE_SPAN,
                span("M1", "birth_date", LocalDate.of(2026, 5, 2), "effective_date", day(5, 1)),
                span("M2", "death_date", day(9, 1)),
                span("W", "gender", "F"),
                span("H", "gender", "M"));
        row = 0;
        assertThat(check(
                        claim("C1", "M1", "from_date", day(5, 2)),
                        claim("C2", "M1", "from_date", day(5, 1)),
                        claim("C3", "M2", "from_date", day(9, 1)),
                        claim("C4", "M2", "from_date", day(9, 2)),
                        claim("C5", "W", "principal_diagnosis", "O80"),
                        claim("C6", "H", "principal_diagnosis", "O80"),
                        claim("C7", "W", "principal_diagnosis", "N401"),
                        claim("C8", "H", "principal_diagnosis", "N401"),
                        claim("C9", "W", "principal_diagnosis", "N390"),
                        claim("C10", "H", "principal_diagnosis", "N72")))
                .containsExactly("M-205@2", "M-205@4", "M-210@6", "M-210@7", "M-210@10");
    }

    @Test
    void a_service_is_paid_once_in_the_file_and_in_the_books() throws Exception {
        load(BookTable.MEDICAL_CLAIM, claim("B1", "M1"), line("B1", "procedure_code", "99213"));
        load(
                BookTable.MEDICAL_CLAIM,
                claim("B2", "M2"),
                line("B2", "procedure_code", "99213"),
                claim("B2", "M2", "claim_version", 1, "adjustment_type", "REVERSAL", "claim_status", "REVERSED"));
        row = 0;
        assertThat(check(
                        claim("C1", "M1"),
                        line("C1", "procedure_code", "99213"),
                        claim("C2", "M2"),
                        line("C2", "procedure_code", "99213"),
                        claim("C3", "M3"),
                        line("C3", "procedure_code", "99214"),
                        claim("C4", "M3"),
                        line("C4", "procedure_code", "99214"),
                        claim("C5", "M3"),
                        line("C5", "procedure_code", "99214", "modifier", "50"),
                        claim("C6", "M3"),
                        line("C6", "procedure_code", "99214", "billed", 14_999L),
                        claim("C7", "M3", "claim_status", "DENIED"),
                        line("C7", "procedure_code", "99214")))
                .containsExactly("M-229@1", "M-229@7");
    }

    @Test
    void a_reversal_has_something_to_take_back() throws Exception {
        load(BookTable.MEDICAL_CLAIM, claim("B1", "M1"), claim("B2", "M1"), reversal("B2", 1));
        row = 0;
        MedicalClaim[] rows = {
            reversal("B1", 1),
            reversal("B2", 2), // taken back in an earlier file already
            reversal("C1", 1), // of nothing
            claim("C2", "M1"),
            reversal("C2", 1),
            claim("C2", "M1", "claim_version", 2, "adjustment_type", "ADJUSTMENT", "original_claim_id", "C2"),
            reversal("C2", 3),
            claim("C3", "M1"),
            reversal("N3", 0, "original_claim_id", "C3"),
            reversal("N4", 0, "original_claim_id", "C3"), // a second one under another number
            claim("N5", "M1", "adjustment_type", "ADJUSTMENT", "original_claim_id", "X9") // of nothing
        };
        assertThat(check(rows)).containsExactly("M-226@3", "M-226@11", "M-227@2", "M-227@10");
        mode = "HIST";
        row = 0;
        assertThat(check(reversal("C1", 1))).as("history may begin in a chain").isEmpty();
    }

    @Test
    void a_version_that_came_in_two_files_is_taken_back_once() throws Exception {
        load(BookTable.MEDICAL_CLAIM, claim("B1", "M1"), reversal("B1", 1));
        row = 0;
        assertThat(check(reversal("B1", 1))).isEmpty();
    }

    @Test
    void a_reversal_takes_back_what_the_last_version_paid() throws Exception {
        load(BookTable.MEDICAL_CLAIM, claim("B1", "M1"));
        row = 0;
        assertThat(check(
                        reversal("B1", 1, "paid", -7_999L), // a cent is tolerated
                        claim("C1", "M1"),
                        reversal("C1", 1, "paid", -7_998L),
                        claim("C2", "M1"),
                        reversal("C2", 1),
                        claim("C2", "M1", "claim_version", 2, "adjustment_type", "ADJUSTMENT", "paid", 7_000L),
                        reversal("C2", 3, "paid", -7_000L),
                        claim("C3", "M1"),
                        claim("C3", "M1", "claim_version", 1, "adjustment_type", "ADJUSTMENT", "paid", 7_000L),
                        reversal("C3", 2, "paid", -8_000L)))
                .containsExactly("M-228@3", "M-228@10");
    }

    private MedicalClaim reversal(String id, int version, Object... changes) {
        Object[] own = {
            "claim_version", version, "adjustment_type", "REVERSAL", "claim_status", "REVERSED", "paid", -8_000L
        };
        return claim(id, "M1", joined(own, changes));
    }

    @Test
    void a_fill_that_was_taken_back_may_be_billed_again_however_the_reversal_names_it() throws Exception {
        assertThat(check(
                        script("A1", "B1"),
                        script("A2", "B2", "fill_number", null),
                        script("A3", "B1"),
                        script("B1", "B1", "prescription_number", "2"),
                        script("B2", "B1", "prescription_number", "2", "fill_number", 1),
                        script("B3", "B2", "prescription_number", "2", "fill_number", null),
                        script("B4", "B1", "prescription_number", "2", "fill_number", 1)))
                .as("the last fill billed before the reversal is taken back")
                .isEmpty();
    }

    @Test
    void a_fill_is_billed_twice_or_taken_back_twice_only_once_told() throws Exception {
        assertThat(check(
                        script("A1", "B1"),
                        script("A2", "B1"), // billed twice
                        script("B1", "B1", "prescription_number", "2"),
                        script("B2", "B2", "prescription_number", "2", "fill_number", null),
                        script("B3", "B2", "prescription_number", "2", "fill_number", null), // taken back twice
                        script("C1", "B1", "prescription_number", "3"),
                        script("C2", "B2", "prescription_number", "3", "fill_number", null),
                        script("C3", "B1", "prescription_number", "3"),
                        script("C4", "B1", "prescription_number", "3"))) // billed twice after a reversal
                .containsExactly("P-308@2", "P-308@5", "P-308@9");
    }

    @Test
    void a_change_is_about_somebody_known_and_an_addition_about_something_new() throws Exception {
        load(BookTable.COVERAGE_SPAN, span("M1"), span("M2"));
        row = 0;
        mode = "CHG";
        assertThat(check(
                        span("M1", "maintenance_type", "001"),
                        span("M9", "maintenance_type", "024", "termination_date", day(9, 30)),
                        span("M8", "maintenance_type", "021"),
                        span("M8", "maintenance_type", "024", "termination_date", day(9, 30)),
                        span("M2", "maintenance_type", "021"),
                        span("M2", "maintenance_type", "021", "effective_date", day(1, 2), "coverage_type", "RX")))
                .containsExactly("E-116@2", "E-117@5");
    }

    /** What is found in a staged load of these rows, as code and line. */
    private List<String> check(BookRow... rows) throws Exception {
        LoadId load = stage(rows);
        CrossChecks.Result result = CrossChecks.run(
                books,
                load,
                LAKESHORE,
                Set.of(new FeedId(LAKESHORE, new FeedName("eligibility"))),
                TestLayouts.eligibility(),
                new RejectedReferences(new CsvReaders(), TestLayouts.eligibility()),
                new AgreedEdits(EditTerms.NONE, ExampleRow.TODAY),
                mode);
        assertThat(result.verdicts()).isEmpty();
        return result.findings().stream()
                .filter(f ->
                        !List.of("M-206", "M-207", "E-112").contains(f.code().value()))
                .map(f -> f.code() + "@" + f.line())
                .toList();
    }

    private void load(BookTable table, BookRow... rows) {
        LoadId load = stage(rows);
        books.publish(load);
        String feed = table == BookTable.COVERAGE_SPAN ? "lakeshore/eligibility" : "lakeshore/medical";
        books.activate(new ActiveLoad(
                load, FeedId.of(feed), "slot-" + load, "FULL", ExampleRow.TODAY, null, null, rows.length));
    }

    private LoadId stage(BookRow... rows) {
        LoadId load = new LoadId(String.format("F-%06d-1", ++loads));
        try (LoadWriter writer = books.stage(load)) {
            for (BookRow one : rows) {
                writer.row(tableOf(one), one);
            }
            writer.finish();
        }
        return load;
    }

    private static BookTable tableOf(BookRow row) {
        if (row instanceof CoverageSpan) {
            return BookTable.COVERAGE_SPAN;
        }
        if (row instanceof PharmacyClaim) {
            return BookTable.PHARMACY_CLAIM;
        }
        return row instanceof MedicalClaim ? BookTable.MEDICAL_CLAIM : BookTable.CLAIM_LINE;
    }

    private PharmacyClaim script(String id, String code, @Nullable Object... changes) {
        @Nullable Object[] own = {"row_number", ++row, "claim_id", id, "transaction_code", code};
        return ExampleRow.prescription(
                java.util.stream.Stream.concat(java.util.Arrays.stream(own), java.util.Arrays.stream(changes))
                        .toArray());
    }

    private CoverageSpan span(String member, Object... changes) {
        Object[] own = {"row_number", ++row, "member_id", member, "subscriber_id", member, "last_name", "N" + member};
        return ExampleRow.coverage(joined(own, changes));
    }

    private CoverageSpan dependant(String member, String subscriber, String relationship) {
        return span(member, "subscriber_id", subscriber, "relationship", relationship);
    }

    private MedicalClaim claim(String id, String member, Object... changes) {
        Object[] own = {"row_number", ++row, "claim_id", id, "member_id", member};
        return ExampleRow.claim(joined(own, changes));
    }

    private ClaimLine line(String id, Object... changes) {
        Object[] own = {"row_number", ++row, "claim_id", id};
        return ExampleRow.line(joined(own, changes));
    }

    private static Object[] joined(Object[] first, Object[] second) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(first), java.util.Arrays.stream(second))
                .toArray();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
