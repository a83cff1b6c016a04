package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.model.BookTable;
import counterpart.model.CoverageSpan;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.validate.csv.CsvReaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowConverterTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1234.50, 123450",
        "0, 1234.5, 123450",
        "0, 1234, 123400",
        "0, -0.01, -1",
        "0, -1.10, -110",
        "0, 0.00, 0",
        "0, 007.07, 707",
        "0, 999999999999999.99, 99999999999999999",
        "0, 1.234, none",
        "0, 1., none",
        "0, .5, none",
        "0, '1,234.50', none",
        "0, $5.00, none",
        "0, 1e3, none",
        "0, --1, none",
        "0, 1.-5, none",
        "0, 5.00-, none",
        "0, 1000000000000000, none",
        "0, '1 000', none",
        "0, -, none",
        "2, 8000, 8000",
        "2, -8000, -8000",
        "2, 80.00, none",
        "1, 80, 800",
        "3, 1230, 123",
        "3, 1235, none",
        "4, 120000, 1200"
    })
    void an_amount_is_read_or_refused(int impliedDecimals, String text, String cents) {
        Object value = NumberReaders.money(impliedDecimals).read(text);
        assertThat(value == TextReader.UNREADABLE ? "none" : value.toString()).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMMdd, 20260228, 2026-02-28",
        "uuuuMMdd, 20240229, 2024-02-29",
        "yyyyMMdd, 20260229, none",
        "yyyyMMdd, 20261301, none",
        "yyyyMMdd, 20260100, none",
        "yyyyMMdd, 00000000, none",
        "yyyyMMdd, 2026-01-01, none",
        "yyyyMMdd, 2026011, none",
        "yyyyMMdd, 02026011, none",
        "MM/dd/yyyy, 02/28/2026, 2026-02-28",
        "MM/dd/yyyy, 2/28/2026, none",
        "M/d/yyyy, 2/8/2026, 2026-02-08",
        "yyyy-MM-dd, 2026-02-30, none",
        "dd-MMM-yyyy, 28-Feb-2026, 2026-02-28"
    })
    void a_date_is_read_strictly(String pattern, String text, String date) {
        Object value = new DateReader(pattern).read(text);
        assertThat(value == TextReader.UNREADABLE ? "none" : value.toString()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30.0",
        "-2.5, -2.5",
        "0.125, 0.125",
        "2., none",
        ".5, none",
        "1e5, none",
        "NaN, none",
        "0x1p3, none",
        "1_000, none"
    })
    void a_quantity_is_plain_digits(String text, String quantity) {
        Object value = NumberReaders.quantity(0).read(text);
        assertThat(value == TextReader.UNREADABLE ? "none" : value.toString()).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 2147483647", "-1, -1", "2147483648, none", "1.0, none", "+1, none", "\u0661, none"})
    void a_whole_number_fits_32_bits(String text, String number) {
        Object value = NumberReaders.wholeNumber(text);
        assertThat(value == TextReader.UNREADABLE ? "none" : value.toString()).isEqualTo(number);
    }

    @Test
    void a_row_is_made_with_crosswalks_constants_and_open_dates() throws IOException {
        CoverageSpan row = convert("DT|S1|M1|| Doe |Jane|19850214|F|18|97201|G1|PPO|MED|20260101|99991231||y")
                .row();
        assertThat(row)
                .isEqualTo(ExampleRow.coverage(
                        "member_id", "M1",
                        "subscriber_id", "S1",
                        "last_name", "Doe",
                        "first_name", "Jane",
                        "state", null,
                        "group_id", "G1",
                        "plan_code", "PPO",
                        "line_of_business", "COM",
                        "disabled", true,
                        "effective_date", LocalDate.of(2026, 1, 1)));
    }

    @Test
    void all_faults_of_a_row_are_told_at_once_in_the_partners_words_and_masked() throws IOException {
        var converted = convert("DT|S1||123|Doe|Jane|19850230|X||97201|G1||MED|2026|99991231||maybe");
        assertThat(converted.row()).isNull();
        assertThat(converted.faults())
                .extracting(f -> f.code() + " " + f.field() + " " + f.maskedValue() + " " + f.sentence())
                .containsExactly(
                        "E-101 member_id null Column member_id is required and is blank: write a text.",
                        "E-105 relationship null Column relationship is required and is blank: write a text.",
                        "E-103 birth_date 99999999 Column birth_date must be a date written yyyyMMdd.",
                        "E-105 gender A Column gender holds a code that was not agreed: write F, M, U.",
                        "G-001 plan_code null Column plan_code is required and is blank: write a text.",
                        "G-002 eff_date 9999 Column eff_date must be a date written yyyyMMdd.",
                        "G-004 disabled AAAAA Column disabled must be Y or N.");
        assertThat(converted.faults()).extracting(Finding::line).containsOnly(1L);
    }

    private static RowConverter.Converted<CoverageSpan> convert(String row) throws IOException {
        FileLayout layout = TestLayouts.eligibility();
        RecordLayout detail = layout.details().get(0);
        assertThat(detail.table()).isEqualTo(BookTable.COVERAGE_SPAN);
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        try (RecordReader reader = new CsvReaders().open(new ByteArrayInputStream(bytes), layout.dialect())) {
            assertThat(reader.next()).isTrue();
            return BoundLayout.byPosition(layout)
                    .converter(CoverageSpan.class, detail)
                    .convert(reader);
        }
    }
}
