package counterpart.validate.batch;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.partner.EditTerms;
import counterpart.partner.Feed;
import counterpart.partner.Guards;
import counterpart.partner.Waiver;
import counterpart.receive.ControlFile;
import counterpart.receive.DuplicateDelivery;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeIT {
    private static final Guards LENIENT = new Guards(0.9, 0.95, 0.2, 0.3);

    @TempDir
    Path folder;

    private IntakeBench bench;

    @BeforeEach
    void open() {
        bench = new IntakeBench(folder, LENIENT);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_clean_eligibility_file_is_loaded_and_acknowledged() throws Exception {
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));

        assertThat(end.state()).isEqualTo(FileState.LOADED);
        assertThat(end.findingsByCode()).isEmpty();
        assertThat(end.rowsRead()).isEqualTo(4);
        assertThat(end.rowsAccepted()).isEqualTo(4);
        assertThat(query("select count(*) from coverage_span")).containsExactly("4");
        assertThat(bench.answer("ELIG_1.txt_ACCEPTED.ack.csv"))
                .contains("F-000001-1,F-000001,ELIG_1.txt,")
                .contains(",A,4,4,0,0,4,0.00,0.00,,,");
        assertThat(bench.answer("ELIG_1.txt_ACCEPTED.err.csv").lines()).hasSize(1);
    }

    @Test
    void rows_are_rejected_across_rows_and_keep_their_original_bytes() throws Exception {
        String text = Samples.file(
                "ELIG",
                1,
                "20261004",
                "DT|S1|M1||Doe|Jane|19850214|F|18|97201|G1|PPO|MED|20260101|99991231||",
                "DT|S1|M1||Doe|Jane|19850214|F|18|97201|G1|PPO|MED|20260601|99991231||",
                "DT|S9|M9||Doe|Sam|20150214|M|19|97201|G1|PPO|MED|20260101|99991231||",
                "DT|S2|M2||Roe|Ann|19900230|F|18|97201|G1|PPO|MED|20260101|99991231||",
                "DT|S2|M3||Roe|Tim|20150214|M|19|97201|G1|PPO|MED|20260101|99991231||",
                "DT|S3|M4||Doe|Jane|19850214|F|18|97201|G1|PPO|MED|20260101|99991231||");
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_1.txt", text);

        assertThat(end.findingsByCode())
                .containsOnly(
                        Map.entry("E-103", 1L), Map.entry("E-109", 1L), Map.entry("E-110", 1L), Map.entry("E-112", 1L));
        assertThat(end.rowsRejected()).isEqualTo(3);
        assertThat(end.rowsWarned()).isEqualTo(1);
        assertThat(query("select member_id from coverage_span order by row_number"))
                .containsExactly("M1", "M3", "M4");
        Path load =
                bench.books.folderOf(bench.custody.the(new FileId("F-000001")).loadId());
        assertThat(query("select table_name || row_number || rule || decode(original)[:10] from read_parquet('"
                        + load.resolve("verdict.parquet") + "') order by row_number"))
                .containsExactly("coverage_span3E-110DT|S1|M1||", "coverage_span4E-109DT|S9|M9||");
        assertThat(bench.answer("ELIG_1.txt_PARTIAL.err.csv"))
                .contains("E-103,REJECT_ROW,birth_date,99999999,Column birth_date must be a date written yyyyMMdd.");
    }

    @Test
    void claims_are_checked_with_their_lines_and_against_coverage() throws Exception {
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        String text = Samples.medical(
                1,
                Samples.claim("C1", "M1", "100.00"),
                Samples.line("C1", 1, "60.00"),
                Samples.line("C1", 2, "40.00"),
                Samples.claim("C2", "M77", "50.00"),
                Samples.line("C2", 1, "50.00"),
                Samples.claim("C3", "M1", "50.00"),
                Samples.claim("C4", "M1", "50.00"),
                Samples.line("C4", 1, "49.98"),
                Samples.claim("C1", "M1", "100.00"),
                Samples.line("C1", 1, "60.00"),
                Samples.line("C1", 2, "40.00"),
                Samples.claim("C5", "M1", "x"),
                Samples.line("C5", 1, "10.00"),
                Samples.line("C9", 1, "10.00"));
        Settlement end = bench.intake("lakeshore/medical", "MCLM_1.txt", text);

        assertThat(end.findingsByCode())
                .containsOnly(
                        Map.entry("M-206", 1L),
                        Map.entry("M-202", 2L),
                        Map.entry("M-221", 1L),
                        Map.entry("M-201", 1L),
                        Map.entry("G-003", 3L));
        assertThat(end.rowsRead()).isEqualTo(14);
        assertThat(end.rowsRejected()).isEqualTo(7);
        assertThat(query("select claim_id from medical_claim order by 1")).containsExactly("C1", "C2", "C4");
        assertThat(query("select count(*) from claim_line")).containsExactly("4");
    }

    @Test
    void prescriptions_are_paired_with_their_reversals() throws Exception {
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        String text = Samples.pharmacy(
                1,
                Samples.prescription("R1", "B1", "", "M1", "700100"),
                Samples.prescription("R2", "B2", "R1", "M1", "700100"),
                Samples.prescription("R3", "B1", "", "M1", "700100"),
                Samples.prescription("R4", "B1", "", "M1", "700100"),
                Samples.prescription("R5", "B2", "R99", "M1", "700200"),
                Samples.prescription("R6", "B1", "", "M88", "700300"),
                Samples.prescription("R7", "B2", "R1", "M1", "700100"));
        Settlement end = bench.intake("lakeshore/pharmacy", "RXCLM_1.txt", text);

        assertThat(end.state()).isEqualTo(FileState.LOADED);
        assertThat(end.findingsByCode())
                .containsOnly(Map.entry("P-307", 1L), Map.entry("P-308", 2L), Map.entry("P-314", 1L));
        assertThat(query("select count(*) from pharmacy_claim")).containsExactly("7");
        assertThat(end.rowsWarned()).isEqualTo(4);
    }

    @Test
    void a_headed_ledger_is_read_by_its_names_and_its_file_name() throws Exception {
        String text = "ServiceFrom,claimnumber,Version,Action,Type,Member,Adjudicated,Status,PlanPaid,Note\r\n"
                + "09/01/2026,C1,0,O,P,M1,09/20/2026,01,8000,\"a, b\"\r\n"
                + "09/02/2026,C2,0,X,P,M1,09/20/2026,01,8000,\r\n";
        Settlement end = bench.intake("cascadia/ledger", "Ledger 20260928-20261004 FULL 7.csv", text);

        assertThat(end.state()).isEqualTo(FileState.LOADED);
        assertThat(end.header().sequenceNumber()).isEqualTo(7);
        assertThat(end.rowsRead()).isEqualTo(2);
        assertThat(end.findingsByCode()).containsOnly(Map.entry("F-026", 1L), Map.entry("G-005", 1L));
        assertThat(query("select claim_id, paid_cents from medical_claim")).containsExactly("C1|8000");
        assertThat(bench.books.active().get(0).slot()).isEqualTo("2026-09-28..2026-10-04");
    }

    @Test
    void a_file_that_is_out_of_balance_is_refused_and_nothing_of_it_counts() throws Exception {
        String text = Samples.eligibility(1, "20261004").replace("TR|F1|4|", "TR|F1|5|");
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_1.txt", text);

        assertThat(end.state()).isEqualTo(FileState.REFUSED);
        assertThat(end.reasonCode()).isEqualTo("F-008");
        assertThat(end.reason()).startsWith("The trailer declares detail_record_count 5; the rows come to 4.");
        assertThat(query("select count(*) from coverage_span")).containsExactly("0");
        assertThat(bench.answer("ELIG_1.txt_REJECTED.ack.csv")).contains(",R,4,0,0,4,5,");
    }

    @Test
    void a_file_that_is_not_what_its_control_file_states_is_refused_and_nothing_of_it_counts() throws Exception {
        String text = Samples.pharmacy(
                1,
                Samples.prescription("R1", "B1", "", "M1", "700100"),
                Samples.prescription("R2", "B2", "R1", "M1", "700100"));
        long bytes = text.length();
        Sha256 sha = new Sha256("0".repeat(64)); // which the bench says of every file
        assertRefused(text, ControlFile.UNREADABLE, "is not one line filename|bytes|sha256|recordCount|amountTotal");
        assertRefused(
                text, new ControlFile(bytes + 1, sha, 2L, 0L), "states " + (bytes + 1) + " bytes; " + bytes + " came");
        assertRefused(
                text,
                new ControlFile(bytes, new Sha256("1".repeat(64)), 2L, 0L),
                "states the SHA-256 1111111111111111111111111111111111111111111111111111111111111111; what came has 000");
        assertRefused(text, new ControlFile(bytes, sha, 3L, 0L), "states 3 records; the file has 2.");
        assertRefused(text, new ControlFile(bytes, null, null, 1L), "states an amount of 0.01; the rows come to 0.00.");

        Settlement right = withControlFile(text, new ControlFile(bytes, sha, 2L, 0L));
        assertThat(right.state()).isEqualTo(FileState.LOADED);
        assertThat(query("select count(*) from pharmacy_claim")).containsExactly("2");
    }

    private void assertRefused(String text, ControlFile beside, String sentence) throws Exception {
        Settlement end = withControlFile(text, beside);
        assertThat(end.state()).isEqualTo(FileState.REFUSED);
        assertThat(end.reasonCode()).isEqualTo("F-007");
        assertThat(end.reason()).contains(sentence);
        assertThat(end.findingsByCode()).containsEntry("F-007", 1L);
        assertThat(query("select count(*) from pharmacy_claim")).containsExactly("0");
    }

    private Settlement withControlFile(String text, ControlFile beside) throws Exception {
        int number = bench.custody.files.size() + 1;
        bench.custody.controlFiles.put(new FileId(String.format("F-%06d", number)), beside);
        return bench.intake("lakeshore/pharmacy", "RXCLM_" + number + ".txt", text);
    }

    @Test
    void an_amount_is_of_claims_and_nobody_holds_eligibility_against_it() throws Exception {
        String text = Samples.eligibility(1, "20261004");
        bench.custody.controlFiles.put(
                new FileId("F-000001"), new ControlFile((long) text.length(), null, 4L, 99_999L));

        assertThat(bench.intake("lakeshore/eligibility", "ELIG_1.txt", text).state())
                .isEqualTo(FileState.LOADED);
    }

    @Test
    void what_a_waiver_sets_aside_is_counted_and_shown() throws Exception {
        LocalDate today = LocalDate.of(2026, 10, 5);
        terms(new EditTerms(
                Map.of(),
                List.of(
                        new Waiver(new RuleCode("E-109"), today, "J. Doe", "dependants come first"),
                        new Waiver(new RuleCode("E-118"), today.minusDays(1), "J. Doe", "ended yesterday"))));
        String text = Samples.file(
                "ELIG",
                1,
                "20261004",
                "DT|S9|M9||Doe|Sam|20150214|M|19|9720|G1|PPO|MED|20260101|99991231||",
                "DT|S1|M1||Doe|Jane|19850214|F|18|97201|G1|PPO|MED|20260101|99991231||");
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_1.txt", text);

        assertThat(end.findingsByCode()).containsOnly(Map.entry("E-109", 1L), Map.entry("E-118", 1L));
        assertThat(end.rowsAccepted()).isEqualTo(2);
        assertThat(end.rowsWarned()).isEqualTo(1);
        assertThat(bench.answer("ELIG_1.txt_ACCEPTED.err.csv"))
                .contains("E-109,WAIVED,subscriber_id,")
                .contains("correct the subscriber id. Waived until 2026-10-05.")
                .contains("E-118,WARN,zip,")
                .doesNotContain("J. Doe");
    }

    @Test
    void an_agreed_severity_decides_about_rows_and_files() throws Exception {
        terms(new EditTerms(
                Map.of(new RuleCode("F-012"), Severity.WARN, new RuleCode("E-118"), Severity.REJECT_ROW), List.of()));
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        String text = Samples.file(
                "ELIG",
                3,
                "20261011",
                "DT|S1|M1||Doe|Jane|19850214|F|18|97201|G1|PPO|MED|20260101|99991231||",
                "DT|S2|M3||Roe|Ann|19900212|F|18|9720|G1|PPO|MED|20260101|20261231||N");
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_3.txt", text);

        assertThat(end.state()).isEqualTo(FileState.LOADED);
        assertThat(end.rowsRejected()).isEqualTo(1);
        assertThat(end.findingsByCode()).containsOnly(Map.entry("F-012", 1L), Map.entry("E-118", 1L));
    }

    @Test
    void a_file_of_changes_adds_up_onto_the_full_one() throws Exception {
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        String text = Samples.file(
                        "ELIG", 2, "20261005", "DT|S2|M5||Roe|Max|20200212|M|19|97202|G1|PPO|MED|20261001|99991231||N")
                .replace("|FULL|", "|CHG|");
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_2.txt", text);

        assertThat(end.state()).isEqualTo(FileState.LOADED);
        assertThat(end.findingsByCode()).isEmpty();
        assertThat(bench.books.active()).extracting("slot").containsExactly("2026-10-04", "F-000002");
        assertThat(query("select distinct member_id from current_coverage order by 1"))
                .containsExactly("M1", "M2", "M3", "M5");
    }

    /** M3 is left out, M1 comes with a row that is rejected: that is no absence. */
    private static final String WITHOUT_M3 = Samples.file(
            "ELIG",
            2,
            "20261011",
            "DT|S1|M1||Doe|Jane|18000214|F|18|97201|G1|PPO|MED|20260101|99991231||",
            "DT|S1|M2||Doe|Sam|20150214|M|19|97201|G1|PPO|MED|20260101|99991231||");

    @Test
    void who_is_left_out_of_a_full_file_lost_coverage_the_day_before() throws Exception {
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_2.txt", WITHOUT_M3);

        assertThat(end.state()).isEqualTo(FileState.LOADED);
        assertThat(end.findingsByCode()).containsOnly(Map.entry("E-103", 1L));
        List<String> expected = List.of("M1|MED|null", "M1|RX|null", "M2|MED|null", "M3|MED|2026-10-10");
        assertThat(current()).isEqualTo(expected);
        bench.intake(
                "lakeshore/eligibility",
                "ELIG_3.txt",
                WITHOUT_M3
                        .replace("|00002|", "|00003|")
                        .replace("20261011", "20261018")
                        .replace("|F2|", "|F3|"));
        assertThat(current()).as("the next file carries it on").isEqualTo(expected);
    }

    @Test
    void absence_may_be_told_only() throws Exception {
        absence(Feed.Absence.REPORT);
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_2.txt", WITHOUT_M3);

        assertThat(end.state()).isEqualTo(FileState.LOADED);
        assertThat(end.findingsByCode()).containsOnly(Map.entry("E-103", 1L), Map.entry("F-021", 1L));
        assertThat(current()).containsExactly("M1|MED|null", "M1|RX|null", "M2|MED|null", "M3|MED|2026-12-31");
    }

    @Test
    void absence_may_hold_the_file_and_a_preview_says_by_group_who_would_lose_coverage() throws Exception {
        absence(Feed.Absence.HOLD);
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        Settlement end = bench.intake("lakeshore/eligibility", "ELIG_2.txt", WITHOUT_M3);

        assertThat(end.state()).isEqualTo(FileState.HELD);
        assertThat(end.reasonCode()).isEqualTo("F-021");
        assertThat(end.reason()).startsWith("The file leaves out 1 of 3 (33.3 %) covered members.");
        assertThat(bench.home.acknowledgments().resolve("F-000002").resolve("coverage-preview.csv"))
                .hasContent("group,covered,left_out,ended,changed_plan,remaining\nG1,3,1,0,0,2");
        assertThat(current()).as("nothing of a held file counts").hasSize(4).contains("M3|MED|2026-12-31");
    }

    private List<String> current() throws Exception {
        return query("select member_id, coverage_type, termination_date from current_coverage order by 1, 2");
    }

    private void absence(Feed.Absence absence) {
        bench.close();
        bench = new IntakeBench(folder, LENIENT, absence, EditTerms.NONE);
    }

    private void terms(EditTerms terms) {
        bench.close();
        bench = new IntakeBench(folder, LENIENT, Feed.Absence.TERMINATE, terms);
    }

    @Test
    void a_gap_in_the_sequence_holds_a_file_and_a_later_file_takes_its_slot() throws Exception {
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        Settlement gap = bench.intake("lakeshore/eligibility", "ELIG_3.txt", Samples.eligibility(3, "20261011"));
        assertThat(gap.state()).isEqualTo(FileState.HELD);
        assertThat(gap.reasonCode()).isEqualTo("F-012");
        assertThat(bench.answer("ELIG_3.txt_HELD.ack.csv")).contains(",H,4,4,0,0,");

        Settlement again = bench.intake("lakeshore/eligibility", "ELIG_2.txt", Samples.eligibility(2, "20261004"));
        assertThat(again.state()).isEqualTo(FileState.LOADED);
        assertThat(bench.custody.the(new FileId("F-000001")).state()).isEqualTo(FileState.SUPERSEDED);
        assertThat(query("select distinct load_id from coverage_span")).containsExactly("F-000003-1");
    }

    /** A roster in which nothing changed is the same bytes under another number. */
    @Test
    void content_that_came_again_under_the_next_number_leaves_no_gap() throws Exception {
        String text = "ServiceFrom,ClaimNumber,Version,Action,Type,Member,Adjudicated,Status,PlanPaid\r\n"
                + "09/01/2026,C%s,0,O,P,M1,09/20/2026,01,8000\r\n";
        bench.intake("cascadia/ledger", "Ledger 20260928-20261004 FULL 7.csv", String.format(text, 1));
        Settlement gap = bench.intake("cascadia/ledger", "Ledger 20261005-20261011 FULL 9.csv", String.format(text, 2));
        assertThat(gap.reasonCode()).isEqualTo("F-012");

        bench.custody.duplicateNames.add("Ledger 20260928-20261004 FULL 10.csv");
        Settlement next =
                bench.intake("cascadia/ledger", "Ledger 20261005-20261011 FULL 11.csv", String.format(text, 3));
        assertThat(next.state()).isEqualTo(FileState.LOADED);
        assertThat(next.findingsByCode()).doesNotContainKey("F-012");
    }

    @Test
    void a_period_that_does_not_follow_the_one_before_is_told() throws Exception {
        bench.intake("lakeshore/medical", "MCLM_1.txt", period(1, "20260928", "20261004"));
        Settlement next = bench.intake("lakeshore/medical", "MCLM_2.txt", period(2, "20261005", "20261011"));
        Settlement gap = bench.intake("lakeshore/medical", "MCLM_3.txt", period(3, "20261013", "20261018"));
        Settlement overlap = bench.intake("lakeshore/medical", "MCLM_4.txt", period(4, "20261018", "20261025"));
        Settlement again = bench.intake("lakeshore/medical", "MCLM_5.txt", period(5, "20261018", "20261025"));

        assertThat(next.findingsByCode()).isEmpty();
        assertThat(gap.findingsByCode()).containsOnly(Map.entry("F-013", 1L));
        assertThat(overlap.findingsByCode()).containsOnly(Map.entry("F-013", 1L));
        assertThat(List.of(gap.state(), overlap.state())).containsOnly(FileState.LOADED);
        assertThat(again.findingsByCode())
                .as("a file of the same period replaces and overlaps the week before as that one did")
                .containsOnly(Map.entry("F-013", 1L));
    }

    private static String period(int sequence, String from, String to) {
        String id = "C" + sequence;
        return Samples.medical(sequence, Samples.claim(id, "M1", "50.00"), Samples.line(id, 1, "50.00"))
                .replace("|20260928|20261004|", "|" + from + "|" + to + "|");
    }

    @Test
    void every_step_may_run_twice_and_sends_nothing_twice() throws Exception {
        ReceivedFile file = bench.take("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        for (IntakeBench.Work step : List.<IntakeBench.Work>of(
                bench.intake::open,
                bench.intake::believe,
                bench.intake::stage,
                bench.intake::across,
                bench.intake::settle,
                bench.answering::acknowledge)) {
            step.run(IntakeBench.keys(file), Progress.SILENT);
            step.run(IntakeBench.keys(file), Progress.SILENT);
        }
        assertThat(query("select count(*) from coverage_span")).containsExactly("4");
        assertThat(bench.inbox.keySet())
                .containsExactly("/acks/ELIG_1.txt_ACCEPTED.err.csv", "/acks/ELIG_1.txt_ACCEPTED.ack.csv");
    }

    @Test
    void a_step_finds_its_way_when_what_was_staged_is_gone() throws Exception {
        ReceivedFile file = bench.take("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        bench.intake.open(IntakeBench.keys(file), Progress.SILENT);
        bench.intake.settle(IntakeBench.keys(file), Progress.SILENT);
        assertThat(query("select count(*) from coverage_span")).containsExactly("4");
    }

    @Test
    void a_duplicate_is_answered() throws Exception {
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        ReceivedFile original = bench.custody.the(new FileId("F-000001"));
        bench.custody.duplicates.add(new DuplicateDelivery(3, original, "=ELIG_1b.txt", IntakeBench.NOW));

        bench.answering.answerDuplicates(new JobKeys(Map.of("feed", "cascadia/roster")), Progress.SILENT);
        assertThat(bench.custody.duplicates)
                .as("another feed's are not its affair")
                .hasSize(1);

        bench.answering.answerDuplicates(new JobKeys(Map.of("feed", "lakeshore/eligibility")), Progress.SILENT);
        assertThat(bench.answer("=ELIG_1b.txt_DUPLICATE.ack.csv")).contains("F-000001-1-D3,F-000001,'=ELIG_1b.txt,");
        assertThat(bench.custody.duplicates).isEmpty();
    }

    @Test
    void a_second_answer_under_a_taken_name_gets_a_name_of_its_own() throws Exception {
        bench.inbox.put("/acks/ELIG_1.txt_ACCEPTED.err.csv", "other".getBytes(StandardCharsets.UTF_8));
        bench.intake("lakeshore/eligibility", "ELIG_1.txt", Samples.eligibility(1, "20261004"));
        assertThat(bench.custody.answers.get(new FileId("F-000001")))
                .isEqualTo("/acks/ELIG_1.txt_F-000001-1_ACCEPTED.ack.csv");
    }

    private List<String> query(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = bench.books.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(result.getObject(1)));
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append('|').append(result.getObject(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
