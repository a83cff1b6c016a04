package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.validate.CoverageLoss;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileExplanationsTest {
    private static final ControlTotals NO_TOTALS =
            new ControlTotals(null, null, null, null, null, null, null, null, null, null, null);
    private static final FileHeader NO_HEADER =
            new FileHeader(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(FileState.RECEIVED, null, 0, "no run has read it", "./counterpart nightly"),
                Arguments.of(FileState.OPENED, null, 0, "cut short", "./counterpart nightly"),
                Arguments.of(FileState.HELD, "F-012", 0, "F-012", "release F-000048 --reason"),
                Arguments.of(FileState.HELD, "F-019", 0, "F-019", "another person confirms with --second"),
                Arguments.of(FileState.HELD, null, 0, "a person held it: ana", "release F-000048 --reason"),
                Arguments.of(FileState.REFUSED, "F-009", 0, "F-009", "ask lakeshore"),
                Arguments.of(FileState.REFUSED, null, 0, "a person refused it: ana", "ask lakeshore"),
                Arguments.of(FileState.LOADED, null, 0, "every row was accepted", "withdraw F-000048"),
                Arguments.of(FileState.LOADED, null, 3, "3 of 10 rows were left out", "rejects F-000048"),
                Arguments.of(FileState.SUPERSEDED, null, 0, "F-000050", "file show F-000050"),
                Arguments.of(FileState.WITHDRAWN, null, 0, "taken out of the books: ana", "replay F-000048"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void each_state_has_its_cause_and_its_next_command(
            FileState state, @Nullable String code, long rejected, String cause, String next) {
        Explanation explanation = FileExplanations.of(story(state, code, rejected), Optional.empty(), "ana");

        assertThat(explanation.what()).contains("F-000048").contains(NightTables.word(state));
        assertThat(explanation.cause()).contains(cause);
        assertThat(explanation.next().get(0)).contains(next);
        assertThat(explanation.consequence()).isNotBlank();
    }

    @Test
    void a_failed_reading_tells_why() {
        FileStory story = story(FileState.OPENED, null, 0);

        assertThat(FileExplanations.of(story, Optional.of("the disk is full"), "")
                        .cause())
                .contains("the disk is full");
    }

    @Test
    void every_reason_of_a_hold_is_told_and_the_gravest_decides_who_may_release() {
        FileStory story = story(FileState.HELD, "F-018", 0, List.of("F-021"));

        Explanation explanation = FileExplanations.of(story, Optional.empty(), "");

        assertThat(explanation.cause()).contains("F-018 because", "F-021 because of more");
        assertThat(explanation.next().get(0)).contains("another person confirms with --second");
    }

    @Test
    void groups_that_lose_most_come_first_and_those_that_lose_nobody_are_one_line() {
        String table = FileExplanations.preview(List.of(
                        new CoverageLoss("G1", 100, 0, 0, 0),
                        new CoverageLoss("G2", 50, 3, 1, 2),
                        new CoverageLoss("G3", 60, 20, 0, 0),
                        new CoverageLoss("G4", 7, 0, 0, 0)))
                .table()
                .toString();

        assertThat(table.lines().skip(2).map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "G3 60 20 0 0 40", "G2 50 3 1 2 46", "2 other groups 107 0 0 0 107", "all 217 23 1 2 193");
    }

    @ParameterizedTest
    @EnumSource(
            value = FileState.class,
            names = {"EXPECTED", "LATE", "MISSING"})
    void a_state_without_bytes_is_no_file_in_custody(FileState state) {
        FileStory story = story(state, null, 0);

        assertThatThrownBy(() -> FileExplanations.of(story, Optional.empty(), ""))
                .isInstanceOf(IllegalStateException.class);
    }

    static FileStory story(FileState state, @Nullable String code, long rejected) {
        return story(state, code, rejected, List.of());
    }

    static FileStory story(FileState state, @Nullable String code, long rejected, List<String> further) {
        ReceivedFile file = new ReceivedFile(
                new FileId("F-000048"),
                FeedId.of("lakeshore/medical"),
                1,
                "claims.txt",
                new Sha256("0".repeat(64)),
                new Sha256("0".repeat(64)),
                10,
                Instant.EPOCH,
                Instant.EPOCH,
                state);
        boolean unread = state == FileState.RECEIVED || state == FileState.OPENED;
        Settlement end = new Settlement(
                unread ? FileState.LOADED : state,
                code,
                code == null ? null : "because",
                10,
                10 - rejected,
                rejected,
                0,
                NO_HEADER,
                null,
                NO_TOTALS,
                Map.of(),
                further.stream()
                        .map(other -> new Settlement.Reason(other, "because of more"))
                        .toList());
        return new FileStory(
                file,
                unread ? Optional.empty() : Optional.of(end),
                state == FileState.SUPERSEDED ? new FileId("F-000050") : null,
                List.of(),
                Instant.EPOCH,
                "/acks/claims",
                List.of());
    }
}
