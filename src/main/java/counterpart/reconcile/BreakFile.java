package counterpart.reconcile;

import counterpart.model.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The neutral break file: the same rows under the same ids for both sides, as CSV, with open breaks and those closed in
 * the last 35 days. It holds no name and no social security number. A claim or a member that only one side has is
 * disclosed to that side alone: the other gets the row without id, value and dollars. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
public final class BreakFile {
    private static final int CLOSED_FOR_DAYS = 35;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final PartnerId left;
    private final PartnerId right;
    private final LocalDate asOf;

    public BreakFile(PartnerId left, PartnerId right, LocalDate asOf) {
        this.left = left;
        this.right = right;
        this.asOf = asOf;
    }

    /**
     * The file's text for one side, lines ended by CR LF (RFC 4180).
     *
     * @throws IllegalArgumentException when it is neither side
     */
    public String text(List<Break> breaks, PartnerId reader) {
        if (!reader.equals(left) && !reader.equals(right)) {
            throw new IllegalArgumentException(reader + " is on neither side");
        }
        StringBuilder file = new StringBuilder();
        append(
                file,
                List.of(
                        "break_id",
                        "reconciliation",
                        "entity",
                        "attribute",
                        "category",
                        "status",
                        left + "_value",
                        right + "_value",
                        "impact_dollars",
                        "first_seen",
                        "age_days",
                        "closed_on",
                        "episode",
                        "cause",
                        "service_month"));
        for (Break one : breaks) {
            if (one.closedOn() == null || !one.closedOn().isBefore(asOf.minusDays(CLOSED_FOR_DAYS))) {
                append(file, cells(one, reader));
            }
        }
        return file.toString();
    }

    private List<String> cells(Break one, PartnerId reader) {
        Difference what = one.what();
        boolean disclosed = isDisclosed(what, reader);
        List<String> cells = new ArrayList<>();
        cells.add(one.id());
        cells.add(what.reconciliation());
        cells.add(disclosed ? what.entityKey() : "");
        cells.add(what.attribute());
        cells.add(what.category());
        cells.add(one.status().name());
        cells.add(disclosed ? Objects.toString(what.leftValue(), "") : "");
        cells.add(disclosed ? Objects.toString(what.rightValue(), "") : "");
        cells.add(disclosed ? new counterpart.model.Money(what.impactCents()).toString() : "");
        cells.add(one.firstSeen().toString());
        cells.add(Long.toString(one.ageDays(asOf)));
        cells.add(Objects.toString(one.closedOn(), ""));
        cells.add(Integer.toString(one.episode()));
        cells.add(Objects.toString(what.cause(), ""));
        cells.add(Objects.toString(what.serviceMonth(), ""));
        return cells;
    }

    /** Whether the reader sent us what the row is about. A row of its own that we rejected, it sent too. */
    private boolean isDisclosed(Difference what, PartnerId reader) {
        for (PartnerId side : List.of(left, right)) {
            if (what.entityKey().startsWith(side + "/")) {
                return reader.equals(side) || isRejected(what.cause());
            }
        }
        boolean oneSided = what.leftValue() == null || what.rightValue() == null;
        boolean rejected = isRejected(what.cause());
        boolean readerHasIt = reader.equals(left) ? what.leftValue() != null : what.rightValue() != null;
        return !oneSided || rejected || readerHasIt;
    }

    private static boolean isRejected(@Nullable String cause) {
        return cause != null && cause.startsWith("REJECTED:");
    }

    private static void append(StringBuilder file, List<String> cells) {
        String separator = "";
        for (String cell : cells) {
            file.append(separator).append(quoted(harmless(cell)));
            separator = ",";
        }
        file.append("\r\n");
    }

    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty()
                && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
