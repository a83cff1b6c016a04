package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.FileId;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.CustodyDesk;
import counterpart.receive.FileQuery;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReleaseCommandTest {
    /** A ledger in which nothing else lies. */
    private static final CustodyDesk EMPTY = new CustodyDesk() {
        @Override
        public List<PastFile> find(FileQuery query) {
            return List.of();
        }

        @Override
        public Optional<FileStory> story(FileId id) {
            return Optional.empty();
        }
    };

    @ParameterizedTest
    @CsvSource({"F-019", "F-020", "F-021", "F-022"})
    void guards_of_money_and_membership_demand_a_second_person(String code) {
        FileStory held = FileExplanationsTest.story(FileState.HELD, code, 0);

        assertThat(command().plan(EMPTY, held)).contains(code, "10 rows", "this only asks for it");
        assertThat(command("--second").plan(EMPTY, held)).contains("this is the second act");
    }

    @Test
    void a_guard_behind_another_reason_demands_a_second_person_too() {
        FileStory held = FileExplanationsTest.story(FileState.HELD, "F-018", 0, List.of("F-012", "F-021"));

        assertThat(command().plan(EMPTY, held)).contains("F-018", "F-012", "F-021", "this only asks for it");
    }

    @ParameterizedTest
    @CsvSource({"F-010", "F-012", "F-014", "F-018"})
    void other_holds_are_released_by_one(String code) {
        assertThat(command().plan(EMPTY, FileExplanationsTest.story(FileState.HELD, code, 0)))
                .contains(code)
                .doesNotContain("wo people");
    }

    @Test
    void only_what_is_held_can_be_released() {
        for (FileState state : new FileState[] {FileState.LOADED, FileState.REFUSED, FileState.OPENED}) {
            assertThatThrownBy(() -> command().plan(EMPTY, FileExplanationsTest.story(state, "F-012", 0)))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining(NightTables.word(state));
        }
    }

    private static ReleaseCommand command(String... more) {
        ReleaseCommand command = new ReleaseCommand();
        CommandLine line = new CommandLine(command).registerConverter(FileId.class, FileId::new);
        String[] arguments = new String[3 + more.length];
        arguments[0] = "F-000048";
        arguments[1] = "--reason";
        arguments[2] = "checked";
        System.arraycopy(more, 0, arguments, 3, more.length);
        line.parseArgs(arguments);
        return command;
    }
}
