package counterpart.report;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Severity;
import counterpart.measure.Scorecard;
import counterpart.measure.Scorecard.FileFault;
import counterpart.validate.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static final Scorecard.Exchange CLEAN =
            new Scorecard.Exchange(16, 16, 0, 0, 0, 0, 412_000, 0, List.of(), List.of());

    @Test
    void a_month_without_faults_is_told_in_three_sentences() {
        assertThat(told(CLEAN, new Scorecard.Reconciliation(0, 0, 0, 0, 0)))
                .containsExactly(
                        "All 16 files due came on time.",
                        "The two books agree: no break is open and no entry waits for the other side's file.",
                        "No row of the 412,000 in the files loaded was rejected.");
    }

    @Test
    void claims_that_wait_for_the_other_side_are_told_although_no_break_is_open() {
        assertThat(told(CLEAN, new Scorecard.Reconciliation(0, 39, 0, 0, 0)))
                .contains("No break between the two books is open; 39 entries wait for the other side's file.");
        assertThat(told(CLEAN, new Scorecard.Reconciliation(2, 1, 0, 0, 4_250)))
                .contains("2 breaks between the two books are open, worth $42.50; 1 entry waits for the other side's"
                        + " file.");
    }

    @Test
    void a_few_that_wait_pass_the_inspection_of_the_pages() {
        assertThat(told(CLEAN, new Scorecard.Reconciliation(2, 1, 0, 0, 4_250)))
                .allSatisfy(
                        sentence -> assertThat(PrivacyScan.findings(sentence)).isEmpty());
    }

    @Test
    void late_and_missing_files_come_before_those_on_time() {
        Scorecard.Exchange exchange = new Scorecard.Exchange(
                16, 13, 2, 1, 0, 0, 412_000, 88, List.of("Lakeshore pharmacy", "Cascadia ledger"), List.of());
        assertThat(told(exchange, new Scorecard.Reconciliation(0, 0, 0, 0, 0)))
                .contains(
                        "2 late (Lakeshore pharmacy; Cascadia ledger) and 1 missing of 16 files due; 13 came on time.",
                        "88 of 412,000 rows in the files loaded were rejected and stand in no number.");
    }

    @Test
    void a_few_files_turned_away_are_told_one_by_one_with_feed_and_reason() {
        assertThat(told(
                        turnedAway(
                                new FileFault("Cascadia ledger", true, "F-012", 1),
                                new FileFault("Lakeshore medical", false, "F-008", 2),
                                new FileFault("Lakeshore medical", false, "F-003", 1)),
                        new Scorecard.Reconciliation(0, 0, 0, 0, 0)))
                .contains(
                        "1 file is held until somebody decides: Cascadia ledger (a file before it is missing).",
                        "3 files were refused: Lakeshore medical (counts do not add up, 2 times; empty).");
    }

    @Test
    void many_files_turned_away_are_counted_by_feed_with_the_commonest_reasons() {
        assertThat(told(
                        turnedAway(
                                new FileFault("Lakeshore pharmacy", false, "F-004", 3),
                                new FileFault("Lakeshore medical", false, "F-008", 2),
                                new FileFault("Lakeshore medical", false, "F-004", 2),
                                new FileFault("Cascadia ledger", false, "F-026", 1),
                                new FileFault("Cascadia ledger", false, "F-003", 1)),
                        new Scorecard.Reconciliation(0, 0, 0, 0, 0)))
                .contains("9 files were refused: Lakeshore medical 4, Lakeshore pharmacy 3 and Cascadia ledger 2; most"
                        + " often cut short and counts do not add up.");
    }

    @Test
    void every_reason_to_turn_a_file_away_has_plain_words() {
        assertThat(Rulebook.edits())
                .filteredOn(edit -> edit.severity() == Severity.HOLD_FILE || edit.severity() == Severity.REJECT_FILE)
                .isNotEmpty()
                .allSatisfy(edit -> assertThat(FileFaults.reason(edit.code().value()))
                        .isNotEqualTo(edit.code().value()));
    }

    private static Scorecard.Exchange turnedAway(FileFault... faults) {
        return new Scorecard.Exchange(16, 16, 0, 0, 0, 0, 412_000, 0, List.of(), List.of(faults));
    }

    private static List<String> told(Scorecard.Exchange exchange, Scorecard.Reconciliation reconciliation) {
        Scorecard any = Samples.ordinary().scorecard();
        Scorecard scorecard = new Scorecard(
                any.partnership(),
                any.month(),
                any.revision(),
                any.asOf(),
                any.booksHash(),
                List.of(),
                exchange,
                reconciliation);
        return Trust.of(List.of(), scorecard).stream().map(Sentence::text).toList();
    }
}
