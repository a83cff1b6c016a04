package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.partner.Feed.Absence;
import counterpart.partner.Guards;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ruling 5: more than the larger of 25 members and 3 %, or more than 20 % of a group of at least 25. */
class CoverageGuardTest {
    @ParameterizedTest
    @CsvSource({"10, 50, 25, false", "10, 50, 26, true", "50, 100, 150, false", "50, 100, 151, true"})
    void many_members_hold_the_file(int groups, int size, int lost, boolean held) {
        List<CoverageLoss> losses = IntStream.range(0, groups)
                .mapToObj(g -> loss("G" + g, size, lost / groups + (g < lost % groups ? 1 : 0), 0, 0))
                .toList();
        assertThat(codes(losses, Absence.TERMINATE)).isEqualTo(held ? List.of("F-021 HOLD_FILE") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"25, 5, false", "25, 6, true", "24, 24, false", "100, 20, false", "100, 21, true"})
    void many_members_of_one_group_hold_the_file(int size, int lost, boolean held) {
        List<CoverageLoss> losses = List.of(loss("A", 5_000, 0, 0, 0), loss("B", size, 0, lost, 0));
        assertThat(codes(losses, Absence.TERMINATE)).isEqualTo(held ? List.of("F-021 HOLD_FILE") : List.of());
    }

    @Test
    void absence_is_what_was_agreed() {
        List<CoverageLoss> one = List.of(loss("A", 100, 1, 0, 0));
        assertThat(codes(one, Absence.TERMINATE)).isEmpty();
        assertThat(codes(one, Absence.REPORT)).containsExactly("F-021 WARN");
        assertThat(codes(one, Absence.HOLD)).containsExactly("F-021 HOLD_FILE");
        List<CoverageLoss> many = List.of(loss("A", 100, 90, 0, 0));
        assertThat(codes(many, Absence.REPORT)).containsExactly("F-021 WARN");
        assertThat(codes(List.of(loss("A", 100, 0, 26, 0)), Absence.REPORT)).containsExactly("F-021 HOLD_FILE");
    }

    @ParameterizedTest
    @CsvSource({"100, 30, false", "100, 31, true", "24, 24, false"})
    void many_changed_plans_of_a_group_hold_the_file(int size, int moved, boolean held) {
        List<CoverageLoss> losses = Stream.of(loss("A", 5_000, 0, 0, 0), loss("B", size, 0, 0, moved))
                .toList();
        assertThat(codes(losses, Absence.TERMINATE)).isEqualTo(held ? List.of("F-022 HOLD_FILE") : List.of());
    }

    @Test
    void the_sentence_counts_all_and_the_worst_group() {
        List<CoverageLoss> losses =
                List.of(loss("A", 400, 10, 10, 0), loss("B", 100, 30, 10, 0), loss("C", 5, 5, 0, 0));
        assertThat(CoverageGuard.judge(losses, Guards.DEFAULT, Absence.TERMINATE))
                .extracting(Finding::sentence)
                .containsExactly("The file would end the coverage of 65 of 505 (12.9 %) members; most in group B: 40 of"
                        + " 100 (40.0 %). Confirm that they have left, or send the whole file again.");
    }

    private static CoverageLoss loss(String group, int covered, int absent, int ended, int moved) {
        return new CoverageLoss(group, covered, absent, ended, moved);
    }

    private static List<String> codes(List<CoverageLoss> losses, Absence absence) {
        return CoverageGuard.judge(losses, Guards.DEFAULT, absence).stream()
                .map(f -> f.code() + " " + f.severity())
                .toList();
    }
}
