package counterpart.validate.batch;

import counterpart.validate.CoverageLoss;
import counterpart.validate.SafeCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a held eligibility file would do to each group, for the person who decides about it. Counts only. */
final class CoveragePreview {
    /** Its name, beside our copy of the acknowledgment. */
    static final String NAME = "coverage-preview.csv";

    private CoveragePreview() {}

    static void write(Path folder, List<CoverageLoss> losses) throws IOException {
        StringBuilder text = new StringBuilder(
                SafeCsv.line(List.of("group", "covered", "left_out", "ended", "changed_plan", "remaining")));
        for (CoverageLoss loss : losses) {
            text.append(SafeCsv.line(List.of(
                    loss.group(),
                    String.valueOf(loss.covered()),
                    String.valueOf(loss.absent()),
                    String.valueOf(loss.ended()),
                    String.valueOf(loss.moved()),
                    String.valueOf(loss.covered() - loss.absent() - loss.ended()))));
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(NAME + ".part");
        Files.writeString(part, text.toString());
        Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
