package counterpart.validate;

import counterpart.model.FileId;
import counterpart.model.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What an eligibility file would do to each group, for the person who decides about it. Counts only. */
public final class CoveragePreview {
    private static final String NAME = "coverage-preview.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CoveragePreview() {}

    /** Keeps the preview beside our copy of the file's acknowledgment. */
    public static void write(Home home, FileId file, List<CoverageLoss> losses) throws IOException {
        StringBuilder text = new StringBuilder(
                SafeCsv.line(List.of("group", "covered", "left_out", "ended", "changed_plan", "remaining")));
        for (CoverageLoss loss : losses) {
            text.append(SafeCsv.line(
                    Stream.of(loss.group(), loss.covered(), loss.absent(), loss.ended(), loss.moved(), loss.remaining())
                            .map(String::valueOf)
                            .toList()));
        }
        Path preview = place(home, file);
        Files.createDirectories(preview.getParent());
        Path part = preview.resolveSibling(NAME + ".part");
        Files.writeString(part, text.toString());
        Files.move(part, preview, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** One entry a group; none when the file had no reason for a preview. */
    public static List<CoverageLoss> read(Home home, FileId file) throws IOException {
        Path preview = place(home, file);
        if (!Files.exists(preview)) {
            return List.of();
        }
        List<CoverageLoss> losses = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(preview), FORMAT)) {
            for (CSVRecord row : rows) {
                losses.add(new CoverageLoss(
                        row.get("group"),
                        Long.parseLong(row.get("covered")),
                        Long.parseLong(row.get("left_out")),
                        Long.parseLong(row.get("ended")),
                        Long.parseLong(row.get("changed_plan"))));
            }
        }
        return losses;
    }

    private static Path place(Home home, FileId file) {
        return home.acknowledgments().resolve(file.value()).resolve(NAME);
    }
}
