package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.Measures;
import counterpart.sample.Scenario;
import counterpart.sample.Scenario.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The generator knows what it planted. The product takes in what the generator wrote, over SFTP and night by night, and
 * must say exactly that: each fault under its code, and nothing else.
 *
 * <p>Held against each other in both directions: findings (file, line, code, severity), files (state, rows read, accepted
 * and rejected), breaks (entity, attribute, category, both values, impact, the nights of opening and closing, the rule
 * that rejected a side), and the measures of each partnership by month (numerator and denominator; of the second
 * partnership those that the generator counts). Not compared: the words of a finding, the field that it names, and the
 * service month of a break. Whether the edition of the month can be drawn is
 * the matter of {@link MonthInTheLifeIT}; here only its scorecard is read.
 */
class TruthIT {
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 10);
    private static final YearMonth REPORT_MONTH = YearMonth.of(2026, 10);
    private static final int MEMBERS = 5_000;
    private static final int MONTHS = 12;

    @Test
    void a_clean_base_has_no_finding(@TempDir Path folder) throws IOException {
        assertClean(2026, folder);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {7, 4711})
    void a_clean_base_of_another_seed_has_no_finding(long seed, @TempDir Path folder) throws IOException {
        assertClean(seed, folder);
    }

    private static void assertClean(long seed, Path folder) throws IOException {
        Played played = Played.play(folder, new Scenario(seed, 2_000, 4, BUSINESS_DATE, Faults.NONE), false);
        TruthFiles truth = new TruthFiles(played.truth(), played.nights());

        assertThat(played.failures()).isEmpty();
        assertThat(played.findings()).isEmpty();
        assertThat(played.breaks()).isEmpty();
        assertSame("files", truth.files(), played.files());
        assertThat(played.rolls()).isEqualTo(truth.rolls());
        assertThat(played.files()).allMatch(file -> file.contains(" | LOADED | "));
        assertThat(played.unbalanced()).isEmpty();
    }

    /** Other seeds, the size of the demo, and a large plan. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"7, 5000, 12", "4711, 8000, 6", "2026, 30000, 12", "11, 100000, 4"})
    void every_fault_is_found_with_other_seeds_and_sizes(long seed, int members, int months, @TempDir Path folder)
            throws IOException {
        Played played = Played.play(folder, new Scenario(seed, members, months, BUSINESS_DATE, Faults.ALL), true);
        TruthFiles truth = new TruthFiles(played.truth(), played.nights());

        assertSame("findings", truth.findings(), played.findings());
        assertSame("files", truth.files(), played.files());
        assertSame("breaks", truth.breaks(), played.breaks());
        assertMeasures(truth, played);
        assertThat(played.rolls()).isEqualTo(truth.rolls());
        assertThat(played.unbalanced()).isEmpty();
    }

    /** One sample with every fault, held against the truth from each side. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class EveryFault {
        private Played played = new Played(
                Path.of(""), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        private TruthFiles truth = new TruthFiles(Path.of(""), List.of());

        @BeforeAll
        void play(@TempDir Path folder) throws IOException {
            played = Played.play(folder, new Scenario(2026, MEMBERS, MONTHS, BUSINESS_DATE, Faults.ALL), true);
            truth = new TruthFiles(played.truth(), played.nights());
        }

        @Test
        void every_job_succeeds() {
            assertThat(played.failures()).isEmpty();
        }

        @Test
        void each_planted_fault_is_found_under_its_code_and_nothing_else() throws IOException {
            assertSame("findings", truth.findings(), played.findings());
        }

        @Test
        void each_file_meets_its_fate() throws IOException {
            assertSame("files", truth.files(), played.files());
            assertThat(played.unbalanced()).isEmpty();
        }

        @Test
        void each_break_opens_and_closes_in_its_night() throws IOException {
            assertSame("breaks", truth.breaks(), played.breaks());
        }

        @Test
        void each_month_rolls_and_each_end_in_hindsight_is_counted() throws IOException {
            assertThat(played.rolls()).isEqualTo(truth.rolls());
        }

        @Test
        void each_measure_is_exact() throws IOException {
            assertThat(names(played.measures()))
                    .containsAll(Measures.names().stream()
                            .map(name -> Played.text(
                                    name.equals(Measures.PHARMACY_MATCH_RATE)
                                            ? "cascadia-meridian"
                                            : "cascadia-lakeshore",
                                    name))
                            .toList());
            assertMeasures(truth, played);
        }
    }

    /** Of the second partnership only what the generator counts is held against it. */
    private static void assertMeasures(TruthFiles truth, Played played) throws IOException {
        List<String> expected = truth.measures(REPORT_MONTH);
        Set<String> counted = names(expected);
        assertSame(
                "measures",
                expected,
                played.measures().stream()
                        .filter(measure -> counted.contains(name(measure)))
                        .toList());
    }

    private static Set<String> names(List<String> measures) {
        return measures.stream().map(TruthIT::name).collect(Collectors.toSet());
    }

    /** Partnership and measure, of a text that goes on with the month. */
    private static String name(String measure) {
        return measure.substring(0, measure.indexOf(" | ", measure.indexOf(" | ") + 3));
    }

    /** Holds two lists against each other as sets in which a row may stand more than once. */
    private static void assertSame(String what, List<String> truth, List<String> said) {
        List<String> missing = without(truth, said);
        List<String> unexpected = without(said, truth);
        assertThat(missing.size() + unexpected.size())
                .withFailMessage(
                        "%d %s are true, %d were said.%nTrue and not said (%d):%n%s%nSaid and not true (%d):%n%s",
                        truth.size(),
                        what,
                        said.size(),
                        missing.size(),
                        String.join("\n", missing),
                        unexpected.size(),
                        String.join("\n", unexpected))
                .isZero();
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> left = new ArrayList<>(rows);
        others.forEach(left::remove);
        left.sort(null);
        return left;
    }
}
