package counterpart.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.report.Registers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFilesTest {
    private static final String ISSUES = "measure,month,impact,plan,owner,due\n";
    private static final String DECISIONS = "no,decision,why_now,proposed_by\n";

    @TempDir
    Path folder;

    @Test
    void files_that_are_not_there_hold_nothing() {
        RegisterFiles.Reading reading = read();
        assertThat(reading.registers()).isEqualTo(Registers.empty());
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void sound_rows_are_read_in_the_order_of_their_numbers() throws IOException {
        write("decisions.csv", "\uFEFF" + DECISIONS + "2,Reset it.,It moved.,Both\n1,\"Agree,\nnow\",Soon,Lakeshore\n");
        write("issues.csv", ISSUES + "denial-rate,2026-10,,suspend edits,D. Osei,2026-12-05\n");
        RegisterFiles.Reading reading = read();
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.registers().decisions())
                .containsExactly(
                        new Registers.Decision(1, "Agree, now", "Soon", "Lakeshore"),
                        new Registers.Decision(2, "Reset it.", "It moved.", "Both"));
        assertThat(reading.registers().issues())
                .containsExactly(new Registers.Issue(
                        "denial-rate",
                        YearMonth.of(2026, 10),
                        null,
                        "suspend edits",
                        "D. Osei",
                        LocalDate.of(2026, 12, 5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "denial,2026-10,,,,           | issues.csv line 3, measure: it is no measure",
                "denial-rate,10/2026,,,,      | issues.csv line 3, month: it is no month",
                "denial-rate,2026-10,,,,soon  | issues.csv line 3, due: it is no date",
                "denial-rate,2026-10,a,b      | issues.csv line 3: it does not have the columns",
                "denial-rate,2026-10,3 members waited,,, | issues.csv line 3, impact: it shows a count of people",
                "denial-rate,2026-10,\u05D0,,, | issues.csv line 3, impact: it holds the character U+05D0",
            })
    void a_row_with_a_fault_is_told_and_left_out_and_the_others_count(String row, String told) throws IOException {
        write("issues.csv", ISSUES + "denial-rate,2026-09,,,,\n" + row + "\ndenial-rate,2026-10,,,,\n");
        RegisterFiles.Reading reading = read();
        assertThat(reading.warnings()).singleElement().asString().startsWith(told);
        assertThat(reading.registers().issues()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",Agree,now,Both   | decisions.csv line 2, no: it is empty",
                "x,Agree,now,Both  | decisions.csv line 2, no: it is no number",
                "1,Agree,now,      | decisions.csv line 2, proposed_by: it is empty",
            })
    void a_decision_needs_all_its_fields(String row, String told) throws IOException {
        write("decisions.csv", DECISIONS + row + "\n");
        assertThat(read().warnings()).singleElement().asString().startsWith(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,Do it,,2026-10-01,2026-10-09,           | actions.csv line 2, owner: it is empty",
                "x,Do it,D. Osei,2026-10-01,2026-10-09,    | actions.csv line 2, no: it is no number",
                "1,Do it,D. Osei,2026-10-01,soon,          | actions.csv line 2, due: it is no date",
                "1,Do it,D. Osei,2026-10-09,2026-10-01,    | actions.csv line 2, due: it is before the action was opened",
                "1,Do it,D. Osei,2026-10-01,2026-10-09,2026-09-30 | actions.csv line 2, closed: it is before the day",
            })
    void a_faulty_action_is_told_with_its_line_and_field(String row, String told) throws IOException {
        write(
                "actions.csv",
                "no,action,owner,opened,due,closed\n" + row + "\n2,Do that,D. Osei,2026-10-01,2026-10-09,\n");
        RegisterFiles.Reading reading = read();
        assertThat(reading.warnings()).singleElement().asString().startsWith(told);
        assertThat(reading.registers().actions()).hasSize(1);
    }

    @Test
    void incidents_are_read_by_the_day_on_which_they_began() throws IOException {
        write(
                "incidents.csv",
                "opened,incident,impact,owner,due,closed\n"
                        + "2026-10-14,A test file came,,R. Alvarez,,2026-10-15\n2026-10-02,An outage,Half a day,P. Chen,2026-10-03,\n");
        RegisterFiles.Reading reading = read();
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.registers().incidents())
                .containsExactly(
                        new Registers.Incident(
                                LocalDate.of(2026, 10, 2),
                                "An outage",
                                "Half a day",
                                "P. Chen",
                                LocalDate.of(2026, 10, 3),
                                null),
                        new Registers.Incident(
                                LocalDate.of(2026, 10, 14),
                                "A test file came",
                                null,
                                "R. Alvarez",
                                null,
                                LocalDate.of(2026, 10, 15)));
    }

    @Test
    void a_file_that_is_no_register_is_told_as_a_whole() throws IOException {
        write("decisions.csv", "number,decision\n1,Agree\n");
        Files.write(folder.resolve("issues.csv"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(read().warnings())
                .anySatisfy(told -> assertThat(told).startsWith("decisions.csv line 1: the heading lacks no, why_now"))
                .anySatisfy(told -> assertThat(told).startsWith("issues.csv: it is not UTF-8"));
    }

    @Test
    void a_quote_that_is_never_closed_is_told() throws IOException {
        write("issues.csv", ISSUES + "denial-rate,2026-10,\"open,,,\n");
        assertThat(read().warnings()).singleElement().asString().startsWith("issues.csv: it is no CSV file");
    }

    private RegisterFiles.Reading read() {
        return RegisterFiles.read(folder, Set.of("denial-rate"), character -> character < 0x0300);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
