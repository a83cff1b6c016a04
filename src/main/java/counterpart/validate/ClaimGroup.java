package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Masks;
import counterpart.finding.RuleCode;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import counterpart.validate.DetailKind.Judged;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim header and the lines behind it. A header waits until its first line is seen, because a header without lines
 * is rejected (M-202); a rejected header takes its lines along without a finding of their own.
 */
final class ClaimGroup {
    private final RowTally tally;
    private final @Nullable MedicalClaim claim;
    private final @Nullable RuleCode rejectedBy;
    private final @Nullable Object claimId;
    private final @Nullable Object version;
    private final String original;
    private final List<Finding> warnings;
    private final DetailKind<?> kind;
    private final long headerLine;
    private final Edit unequal;
    private final Edit unequalTotal;
    private final LineSums sums = new LineSums();
    private boolean headerAccepted;
    private boolean linesSeen;
    private boolean linesRejected;

    /** A judged header; the record stands on it. */
    ClaimGroup(RowTally tally, DetailKind<?> kind, RecordReader record, Judged<?> judged, AgreedEdits agreed) {
        this.unequal = agreed.of(Edits.M221);
        this.unequalTotal = agreed.of(Edits.M214);
        this.tally = tally;
        this.claim = (MedicalClaim) judged.row();
        this.rejectedBy = claim == null ? judged.code() : null;
        this.claimId = key(kind, judged, "claim_id");
        this.version = key(kind, judged, "claim_version");
        this.original = record.raw();
        this.warnings = judged.findings();
        this.kind = kind;
        this.headerLine = record.line();
        if (rejectedBy != null) {
            tally.reject(record.line(), original, rejectedBy, judged.findings());
        }
    }

    boolean isReversal() {
        return DetailKind.isReversal(claim);
    }

    /** A line that follows the header. */
    void line(DetailKind<?> kind, RecordReader record, Judged<?> judged) {
        if (!isOurs(key(kind, judged, "claim_id"), key(kind, judged, "claim_version"))) {
            orphan(tally, kind, record);
            return;
        }
        linesSeen = true;
        if (rejectedBy != null) {
            tally.reject(record.line(), record.raw(), rejectedBy, List.of());
            return;
        }
        acceptHeader();
        ClaimLine line = (ClaimLine) judged.row();
        if (line == null) {
            linesRejected = true;
            tally.reject(record.line(), record.raw(), judged.code(), judged.findings());
        } else if (liesOutside(line)) {
            linesRejected = true;
            Finding finding = kind.finding(M203ClaimDates.EDIT, "from_date", record);
            tally.reject(record.line(), record.raw(), finding.code(), List.of(finding));
        } else {
            sums.add(line);
            tally.accept(BookTable.CLAIM_LINE, line, judged.findings());
        }
    }

    /** Says that no more lines follow. */
    void close() {
        if (claim == null) {
            return;
        }
        if (!linesSeen) {
            Finding finding = ofHeader(Edits.M202, "claim_id", Edits.M202.sentence());
            tally.reject(headerLine, original, finding.code(), List.of(finding));
        } else if (!linesRejected) {
            tell(unequal, sums.differing(claim));
            tell(unequalTotal, sums.differingTotals());
        }
    }

    private void tell(Edit edit, List<String> differing) {
        if (!differing.isEmpty()) {
            String sentence = edit.sentence() + " Different here: " + String.join(", ", differing) + ".";
            tally.finding(ofHeader(edit, differing.get(0), sentence));
        }
    }

    private Finding ofHeader(Edit edit, String field, String sentence) {
        String key = claimId instanceof String id ? Masks.identifier(id) : null;
        String column = kind.converter().columnOf(field);
        return new Finding(edit.code(), edit.severity(), headerLine, column, key, null, sentence);
    }

    /** A line that follows no header of its own. */
    static void orphan(RowTally tally, DetailKind<?> kind, RecordReader record) {
        Finding finding = kind.finding(Edits.M202, "claim_id", record);
        tally.reject(record.line(), record.raw(), finding.code(), List.of(finding));
    }

    private void acceptHeader() {
        if (claim != null && !headerAccepted) {
            headerAccepted = true;
            tally.accept(BookTable.MEDICAL_CLAIM, claim, warnings);
        }
    }

    /** What cannot be read on either side does not tell a line from its header. */
    private boolean isOurs(@Nullable Object lineClaimId, @Nullable Object lineVersion) {
        return agree(claimId, lineClaimId) && agree(version, lineVersion);
    }

    private static boolean agree(@Nullable Object header, @Nullable Object line) {
        return header == null || line == null || header.equals(line);
    }

    private boolean liesOutside(ClaimLine line) {
        if (claim == null) {
            return false;
        }
        LocalDate claimThru = claim.thruDate();
        LocalDate lineThru = line.thruDate();
        LocalDate last = claimThru == null ? claim.fromDate() : claimThru;
        return line.fromDate().isBefore(claim.fromDate())
                || (claimThru != null && line.fromDate().isAfter(last))
                || (claimThru != null && lineThru != null && lineThru.isAfter(last));
    }

    private static @Nullable Object key(DetailKind<?> kind, Judged<?> judged, String field) {
        @Nullable Object[] values = judged.values();
        int component = kind.converter().component(field);
        Object value = values == null || component < 0 ? null : values[component];
        return value == FieldPlan.FAULT ? null : value;
    }
}
