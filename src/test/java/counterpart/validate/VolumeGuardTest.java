package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.partner.Guards;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeGuardTest {
    private static final List<PastFile> THREE_WEEKS =
            List.of(loaded(1000, 100_000, "FULL"), loaded(1040, 101_000, "FULL"), loaded(980, 99_000, "FULL"));

    @ParameterizedTest(name = "{0} rows, {1} rejected: {2}")
    @CsvSource({
        "1000,  20, none", // 2.0 % is the limit, not above it
        "1000,  24, none", // above the limit, but too few to judge
        "1000,  25, HOLD_FILE",
        "1000, 100, HOLD_FILE",
        "1000, 101, REJECT_FILE",
        "20,     1, none", // one bad row must not cost nineteen good ones
        "20,    19, none",
        "20,    20, REJECT_FILE", // nothing is left to load
        "0,      0, none"
    })
    void a_share_of_rejects_is_judged_when_it_says_something(long read, long rejected, String expected) {
        List<Finding> findings =
                VolumeGuard.judge(header("FULL"), read, rejected, null, totals(0), Guards.DEFAULT, List.of());

        assertThat(findings.stream().map(f -> f.severity().name()).findFirst().orElse("none"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} rows, {1} cents against a median of 1000 rows and 100,000 cents: {2}")
    @CsvSource({
        "1000, 100000, ''",
        "1200, 130000, ''",
        "1201, 100000, F-018",
        "799,  100000, F-018",
        "1000, 130001, F-019",
        "1000,  69999, F-019"
    })
    void rows_and_dollars_are_held_against_the_median(long rows, long cents, String expected) {
        List<Finding> findings =
                VolumeGuard.judge(header("FULL"), rows, 0, null, totals(cents), Guards.DEFAULT, THREE_WEEKS);

        assertThat(findings)
                .extracting(f -> f.code().value())
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
        assertThat(findings).allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.HOLD_FILE));
    }

    @ParameterizedTest(name = "{0} rows, {1} of them with an unknown plan: {2}")
    @CsvSource({
        "5000, 25, false", // 0.5 % is the limit, not above it
        "4999, 25, true",
        "1000, 24, false", // too few to judge
        "0,     0, false"
    })
    void plans_that_nobody_agreed_hold_the_file(long rows, long unmapped, boolean held) {
        assertThat(VolumeGuard.unmapped(rows, unmapped)
                        .map(f -> f.code() + " " + f.severity())
                        .orElse(""))
                .isEqualTo(held ? "F-025 HOLD_FILE" : "");
    }

    @Test
    void a_small_feed_may_swing_by_a_few_rows() {
        List<PastFile> tiny = List.of(loaded(10, 1000, "FULL"), loaded(10, 1000, "FULL"), loaded(10, 1000, "FULL"));

        assertThat(VolumeGuard.judge(header("FULL"), 34, 0, null, totals(1000), Guards.DEFAULT, tiny))
                .isEmpty();
        assertThat(VolumeGuard.judge(header("FULL"), 35, 0, null, totals(1000), Guards.DEFAULT, tiny))
                .hasSize(1);
    }

    @Test
    void history_is_neither_judged_nor_judged_by() {
        assertThat(VolumeGuard.judge(header("HIST"), 9, 0, null, totals(9), Guards.DEFAULT, THREE_WEEKS))
                .isEmpty();
        List<PastFile> history = List.of(loaded(9, 9, "HIST"), loaded(9, 9, "HIST"), loaded(9, 9, "HIST"));
        assertThat(VolumeGuard.judge(header("FULL"), 1000, 0, null, totals(100_000), Guards.DEFAULT, history))
                .isEmpty();
    }

    @Test
    void two_files_are_no_past_to_judge_by() {
        assertThat(VolumeGuard.judge(header("FULL"), 5, 0, null, totals(5), Guards.DEFAULT, THREE_WEEKS.subList(0, 2)))
                .isEmpty();
    }

    private static PastFile loaded(long rows, long cents, String mode) {
        Sha256 sha = new Sha256("0".repeat(64));
        ReceivedFile file = new ReceivedFile(
                new FileId("F-000001"),
                FeedId.of("lakeshore/medical"),
                1,
                "file",
                sha,
                sha,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                FileState.LOADED);
        return new PastFile(
                file,
                Optional.of(new Settlement(
                        FileState.LOADED,
                        null,
                        null,
                        rows,
                        rows,
                        0,
                        0,
                        header(mode),
                        null,
                        totals(cents),
                        Map.of(),
                        List.of())));
    }

    private static FileHeader header(String mode) {
        return new FileHeader(null, null, null, null, null, mode, null, null, null, null, null, null, null, null);
    }

    private static ControlTotals totals(long paidCents) {
        return new ControlTotals(null, null, null, null, null, null, paidCents, null, null, null, null);
    }
}
