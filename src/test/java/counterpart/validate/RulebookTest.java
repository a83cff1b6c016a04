package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.BookRow;
import counterpart.model.BookTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulebookTest {
    static Stream<Rule<? extends BookRow>> rules() {
        return Stream.of(BookTable.values()).flatMap(table -> Rulebook.rulesOf(table).stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    <R extends BookRow> void a_rule_passes_the_row_that_keeps_it_and_finds_the_row_that_breaks_it(Rule<R> rule) {
        assertThat(rule.isBrokenBy(rule.passes(), ExampleRow.TODAY)).isFalse();
        assertThat(rule.isBrokenBy(rule.fails(), ExampleRow.TODAY)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    <R extends BookRow> void a_rule_speaks_in_sentences_and_is_named_after_its_code(Rule<R> rule) {
        assertThat(rule.edit().what()).endsWith(".");
        assertThat(rule.edit().remedy()).endsWith(".");
        assertThat(rule.edit().code().value()).isEqualTo(codeInNameOf(rule));
    }

    @Test
    void the_default_example_rows_keep_all_rules() {
        assertThat(broken(BookTable.COVERAGE_SPAN, ExampleRow.coverage())).isEmpty();
        assertThat(broken(BookTable.MEDICAL_CLAIM, ExampleRow.claim())).isEmpty();
        assertThat(broken(BookTable.CLAIM_LINE, ExampleRow.line())).isEmpty();
        assertThat(broken(BookTable.PHARMACY_CLAIM, ExampleRow.prescription())).isEmpty();
    }

    @Test
    void every_code_has_one_severity_and_one_text_for_one_level() {
        assertThat(Rulebook.edits().stream().map(e -> e.code() + " " + e.severity()).distinct())
                .hasSameSizeAs(Rulebook.edits().stream().map(Edit::code).distinct().toList());
    }

    private static String codeInNameOf(Rule<?> rule) {
        String name = rule.getClass().getSimpleName();
        return name.charAt(0) + "-" + name.substring(1, 4);
    }

    @SuppressWarnings("unchecked") // a table's rules judge the table's rows
    private static <R extends BookRow> List<String> broken(BookTable table, R row) {
        return Rulebook.rulesOf(table).stream()
                .map(rule -> (Rule<R>) rule)
                .filter(rule -> rule.isBrokenBy(row, ExampleRow.TODAY))
                .map(rule -> rule.edit().code().value())
                .toList();
    }
}
