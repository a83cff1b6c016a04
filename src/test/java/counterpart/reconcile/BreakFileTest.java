package counterpart.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.PartnerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BreakFileTest {
    private static final PartnerId LEFT = new PartnerId("lakeshore");
    private static final PartnerId RIGHT = new PartnerId("cascadia");
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-01");
    private static final BreakFile FILE = new BreakFile(LEFT, RIGHT, AS_OF);

    private static Break open(
            String entity,
            String attribute,
            String category,
            @Nullable String left,
            @Nullable String right,
            @Nullable String cause) {
        return new Break(
                "ID" + attribute,
                new Difference("R5", entity, attribute, category, left, right, 1250, cause, "2026-09"),
                Break.Status.OPEN,
                1,
                AS_OF.minusDays(7),
                AS_OF,
                null);
    }

    private static String row(Break one, PartnerId reader) {
        return FILE.text(List.of(one), reader).split("\r\n")[1];
    }

    @Test
    void both_sides_see_a_claim_that_both_sent() {
        Break paid = open("C1", "PAID", "AMOUNT_DIFF", "100.00", "87.50", null);
        String expected = "IDPAID,R5,C1,PAID,AMOUNT_DIFF,OPEN,100.00,87.50,12.50,2026-10-25,7,,1,,2026-09";
        assertThat(row(paid, LEFT)).isEqualTo(expected);
        assertThat(row(paid, RIGHT)).isEqualTo(expected);
        assertThat(FILE.text(List.of(paid), LEFT))
                .startsWith("break_id,reconciliation,entity,attribute,category,status,lakeshore_value,cascadia_value,"
                        + "impact_dollars,first_seen,age_days,closed_on,episode,cause,service_month\r\n");
    }

    @Test
    void a_claim_is_not_disclosed_to_the_side_that_lacks_it() {
        Break ghost = open("C1", "PRESENCE", "ONE_SIDED_RIGHT", null, "12.50", null);
        assertThat(row(ghost, RIGHT)).contains(",C1,").contains(",12.50,");
        assertThat(row(ghost, LEFT))
                .isEqualTo("IDPRESENCE,R5,,PRESENCE,ONE_SIDED_RIGHT,OPEN,,,,2026-10-25,7,,1,,2026-09");
        Break timing = open("C1", "PRESENCE", "TIMING", "12.50", null, null);
        assertThat(row(timing, RIGHT)).doesNotContain("C1").doesNotContain("12.50");
    }

    @Test
    void a_side_sees_the_claim_that_it_sent_and_we_rejected() {
        Break rejected = open("C1", "PRESENCE", "ONE_SIDED_LEFT", "12.50", null, "REJECTED:M-203");
        assertThat(row(rejected, RIGHT)).contains(",C1,").contains("REJECTED:M-203");
    }

    @Test
    void a_member_whom_one_side_alone_is_known_to_have_is_disclosed_to_it_alone() {
        Break ghost = open("cascadia/M900-01", "PRESENCE", "GHOST", null, "MED", null);
        assertThat(row(ghost, RIGHT)).contains(",cascadia/M900-01,").contains(",MED,");
        assertThat(row(ghost, LEFT)).doesNotContain("M900").doesNotContain("MED");
        Break unclear = open("lakeshore/M7-01", "IDENTITY", "AMBIGUOUS", "1", "2", null);
        assertThat(row(unclear, LEFT)).contains("lakeshore/M7-01");
        assertThat(row(unclear, RIGHT)).doesNotContain("M7-01");
        Break paid = open("lakeshore/M8-01", "PAID_AFTER_TERM", "RETRO_TERM", "MED 2026-09-10", null, null);
        assertThat(row(paid, LEFT)).contains("lakeshore/M8-01").contains(",12.50,");
        assertThat(row(paid, RIGHT)).doesNotContain("M8-01").doesNotContain("12.50");
    }

    @Test
    void both_sides_see_a_member_whom_both_have() {
        Break plan = open("M1-01", "PLAN", "PLAN_DIFF", "MED PPO500", "MED HMO20", null);
        assertThat(row(plan, LEFT))
                .isEqualTo(row(plan, RIGHT))
                .contains(",M1-01,")
                .contains(",MED HMO20,");
    }

    @Test
    void a_side_sees_the_member_whose_row_it_sent_and_we_rejected() {
        Break rejected = open("cascadia/M900-01", "PRESENCE", "GHOST", null, "MED", "REJECTED:E-103");
        assertThat(row(rejected, LEFT)).contains("M900-01").contains("REJECTED:E-103");
    }

    @Test
    void a_files_totals_are_disclosed_to_its_sender_alone() {
        Break totals = new Break(
                "ID",
                new Difference(
                        "R1",
                        "lakeshore/medical 2026-10-05..2026-10-11",
                        "COUNT",
                        "COUNT_DIFF",
                        "10",
                        "9",
                        0,
                        null,
                        null),
                Break.Status.OPEN,
                1,
                AS_OF,
                AS_OF,
                null);
        assertThat(row(totals, LEFT))
                .contains("lakeshore/medical 2026-10-05..2026-10-11")
                .contains(",10,9,");
        assertThat(row(totals, RIGHT)).doesNotContain("lakeshore/medical").doesNotContain(",10,9,");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe() {
        assertThat(row(open("=cmd|' /C calc'!A0", "PAID", "AMOUNT_DIFF", "-5.00", "@x,\"y\"", null), LEFT))
                .contains(",'=cmd|' /C calc'!A0,")
                .contains(",-5.00,")
                .contains(",\"'@x,\"\"y\"\"\",");
    }

    @Test
    void a_closed_break_is_told_for_35_days() {
        assertThat(FILE.text(List.of(closed(35)), LEFT).lines()).hasSize(2);
        assertThat(FILE.text(List.of(closed(36)), LEFT).lines()).hasSize(1);
    }

    private static Break closed(int daysAgo) {
        return new Break(
                "ID",
                open("C1", "PAID", "AMOUNT_DIFF", "1.00", "2.00", null).what(),
                Break.Status.CLOSED,
                1,
                AS_OF.minusDays(60),
                AS_OF.minusDays(50),
                AS_OF.minusDays(daysAgo));
    }

    @Test
    void nobody_else_gets_the_file() {
        assertThatThrownBy(() -> FILE.text(List.of(), new PartnerId("stranger")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
