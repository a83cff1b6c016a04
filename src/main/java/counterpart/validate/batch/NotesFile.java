package counterpart.validate.batch;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import counterpart.validate.IntakeNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the notes between the steps of one intake, beside what they are about. */
final class NotesFile {
    private static final String NAME = "intake.json";
    /** Notes of an older program lack lists that came later: they are empty. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private NotesFile() {}

    static Optional<IntakeNotes> read(Path folder) {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), IntakeNotes.class)) : Optional.empty();
    }

    static void write(Path folder, IntakeNotes notes) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(NAME + ".part");
        JSON.writeValue(part.toFile(), notes);
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
