package counterpart.validate;

import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our answer to one file: a row that says what became of it. It holds no member's data.
 *
 * @param id the file's id and epoch, or the same with the later copy's number
 * @param settlement none for a duplicate, which was not read
 * @param mark goes into the answer's name when the plain name is taken
 */
public record Acknowledgment(
        String id,
        ReceivedFile file,
        String fileName,
        Result result,
        @Nullable Settlement settlement,
        Instant processedAt,
        String mark) {
    /** What became of the file; the letters echo those of X12 999. */
    public enum Result {
        ACCEPTED("A", "ACCEPTED"),
        ACCEPTED_WITH_WARNINGS("E", "ACCEPTED"),
        PARTIAL("P", "PARTIAL"),
        REJECTED("R", "REJECTED"),
        HELD("H", "HELD"),
        DUPLICATE("D", "DUPLICATE");

        private final String letter;
        private final String word;

        Result(String letter, String word) {
            this.letter = letter;
            this.word = word;
        }

        static Result of(Settlement settlement) {
            return switch (settlement.state()) {
                case REFUSED -> REJECTED;
                case HELD -> HELD;
                default ->
                    settlement.rowsRejected() > 0
                            ? PARTIAL
                            : settlement.rowsWarned() > 0 ? ACCEPTED_WITH_WARNINGS : ACCEPTED;
            };
        }
    }

    /** With ids, result and suffix the name of an answer stays below the 255 bytes of a file system. */
    private static final int LONGEST_INBOUND_NAME = 160;

    private static final List<String> COLUMNS = List.of(
            "ack_id",
            "file_id",
            "file_name",
            "sha256",
            "received_ts",
            "processed_ts",
            "result",
            "records_read",
            "accepted",
            "warned",
            "rejected",
            "trailer_count",
            "trailer_paid",
            "computed_paid",
            "reason_code",
            "reason_text",
            "resubmit_by");

    /** The answer to a file that was read. */
    public static Acknowledgment of(ReceivedFile file, Settlement settlement, Instant processedAt) {
        return new Acknowledgment(
                file.loadId().value(), file, file.remoteName(), Result.of(settlement), settlement, processedAt, "");
    }

    /**
     * The answer to a file whose content came before.
     *
     * @param earlier the file that had the same content
     * @param number the later file's number in the ledger
     * @param fileName the later file's name
     */
    public static Acknowledgment ofDuplicate(ReceivedFile earlier, long number, String fileName, Instant processedAt) {
        return new Acknowledgment(
                earlier.loadId().value() + "-D" + number, earlier, fileName, Result.DUPLICATE, null, processedAt, "");
    }

    /**
     * Name of the acknowledgment: the inbound name and the result. An inbound name that is long, or that not every disk
     * can hold, is cut to what one can, and the answer's id added; the answer itself says the whole name.
     */
    public String name() {
        return inboundName() + ending() + ".ack.csv";
    }

    /** Name of the list of findings that goes with it. */
    public String errorsName() {
        return inboundName() + ending() + ".err.csv";
    }

    /** The same answer under a name that is free when the partner used a file name twice. */
    public Acknowledgment underOwnName() {
        return new Acknowledgment(id, file, fileName, result, settlement, processedAt, "_" + id);
    }

    private String inboundName() {
        String plain = fileName.substring(0, Math.min(fileName.length(), LONGEST_INBOUND_NAME))
                .replaceAll("[^ -~]", "_");
        return plain.equals(fileName) ? fileName : plain + "_" + id;
    }

    private String ending() {
        return mark + "_" + result.word;
    }

    /** The heading and the one row. */
    public String text() {
        return SafeCsv.line(COLUMNS) + SafeCsv.line(cells());
    }

    private List<String> cells() {
        Settlement end = settlement;
        List<String> cells = new ArrayList<>(List.of(
                id,
                file.id().value(),
                fileName,
                file.receivedSha().value(),
                file.takenAt().toString(),
                processedAt.toString(),
                result.letter));
        if (end == null) {
            Stream.of("0", "0", "0", "0", "", "", "", Edits.F011.code().value(), Edits.F011.sentence(), "")
                    .forEach(cells::add);
            return cells;
        }
        var declared = end.declared();
        cells.add(String.valueOf(end.rowsRead()));
        cells.add(String.valueOf(end.rowsAccepted()));
        cells.add(String.valueOf(end.rowsWarned()));
        cells.add(String.valueOf(end.rowsRejected()));
        cells.add(
                declared == null || declared.detailCount() == null
                        ? ""
                        : declared.detailCount().toString());
        cells.add(declared == null ? "" : SafeCsv.dollars(declared.totalPaidCents()));
        cells.add(SafeCsv.dollars(end.computed().totalPaidCents()));
        cells.add(Objects.requireNonNullElse(end.reasonCode(), ""));
        cells.add(Objects.requireNonNullElse(end.reason(), ""));
        cells.add("");
        return cells;
    }
}
