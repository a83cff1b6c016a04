package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that a spreadsheet would run, in files that partners open with one. */
class SafeCsvTest {
    private static final String LEADS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    @Test
    void no_cell_of_a_line_begins_with_what_a_spreadsheet_runs_and_all_keep_what_they_say() {
        long seed = 20261122;
        Random random = new Random(seed);
        String letters = LEADS + "ab1.,;\"' |!";
        for (int trial = 0; trial < 20_000; trial++) {
            List<String> cells = new ArrayList<>();
            for (int cell = random.nextInt(4); cell >= 0; cell--) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                cells.add(text.toString());
            }
            List<String> opened = asASpreadsheetOpens(SafeCsv.line(cells));
            assertThat(opened).as("seed %d, number %d", seed, trial).hasSameSizeAs(cells);
            for (int i = 0; i < cells.size(); i++) {
                String said = opened.get(i);
                boolean number = said.matches("-?[0-9]+(\\.[0-9]+)?");
                assertThat(!said.isEmpty() && LEADS.indexOf(said.charAt(0)) >= 0 && !number)
                        .as("seed %d, number %d: %s", seed, trial, said)
                        .isFalse();
                assertThat(said.equals(cells.get(i)) || said.equals("'" + cells.get(i)))
                        .as("seed %d, number %d: %s", seed, trial, said)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5.00", "-12", "0.01"})
    void a_number_stays_a_number(String number) {
        assertThat(SafeCsv.line(List.of(number))).isEqualTo(number + "\r\n");
    }

    @Test
    void a_finding_that_repeats_a_partners_words_is_safe_in_the_error_file() {
        Finding finding = new Finding(
                new RuleCode("E-101"), Severity.REJECT_ROW, 7, "member_id", "=1+1", "@SUM(1)", "+cmd is no member id");
        assertThat(asASpreadsheetOpens(SafeCsv.findingLine("F-000001", finding)))
                .containsExactly(
                        "F-000001",
                        "7",
                        "'=1+1",
                        "E-101",
                        "REJECT_ROW",
                        "member_id",
                        "'@SUM(1)",
                        "'+cmd is no member id");
    }

    /** RFC 4180, written anew here. */
    private static List<String> asASpreadsheetOpens(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = line.substring(0, line.length() - 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
