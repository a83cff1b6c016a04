package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Severity;
import counterpart.partner.EditCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditBoundsTest {
    private final EditCatalogue catalogue = Rulebook.catalogue();

    @Test
    void what_makes_a_row_or_a_file_readable_is_fixed() {
        assertThat(List.of("F-004", "F-008", "F-009", "F-016", "G-001", "E-101", "E-103", "M-201", "M-202", "P-301"))
                .allMatch(catalogue::isFixed);
        assertThat(List.of("F-018", "F-021", "E-104", "E-109", "M-219", "M-225", "P-305"))
                .noneMatch(catalogue::isFixed);
    }

    /** Ruling 7: what was adjudicated is flagged and never left out of the books. */
    @Test
    void no_edit_about_adjudicated_money_may_reject_a_row() {
        for (String edit : List.of("M-204", "M-206", "M-208", "M-219", "P-307", "P-308", "P-309", "P-315")) {
            assertThat(catalogue.allows(edit, Severity.REJECT_ROW.name()))
                    .as(edit)
                    .isFalse();
            assertThat(catalogue.allows(edit, Severity.INFO.name())).as(edit).isTrue();
        }
    }

    @Test
    void an_edit_of_rows_holds_no_file_and_one_of_files_rejects_no_row() {
        assertThat(catalogue.allows("E-118", "HOLD_FILE")).isFalse();
        assertThat(catalogue.allows("F-018", "REJECT_ROW")).isFalse();
        assertThat(catalogue.allows("F-018", "WARN")).isTrue();
    }
}
