package counterpart.validate.batch;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.receive.Settlement;
import counterpart.validate.IntakeNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesFileTest {
    @Test
    void notes_of_an_older_program_are_read_without_what_came_later(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("intake.json"), """
                {"belief": {"header": {"fileId": "LS1", "mode": "FULL"}, "findings": []}, "crossChecked": true, "warned": 3,
                 "settlement": {"state": "HELD", "reasonCode": "F-018", "reason": "Too few rows.", "rowsRead": 10,
                   "rowsAccepted": 10, "rowsRejected": 0, "rowsWarned": 0, "header": {"fileId": "LS1"},
                   "computed": {"detailCount": 10}, "findingsByCode": {"F-018": 1}}}
                """);

        IntakeNotes notes = NotesFile.read(folder).orElseThrow();
        Settlement settlement = Objects.requireNonNull(notes.settlement());

        assertThat(notes.warned()).isEqualTo(3);
        assertThat(notes.belief().header().senderId()).isNull();
        assertThat(settlement.reason()).isEqualTo("Too few rows.");
        assertThat(settlement.furtherReasons()).isEmpty();
        assertThat(settlement.declared()).isNull();
    }
}
