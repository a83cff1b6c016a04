package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.CoverageSpan;
import counterpart.model.MedicalClaim;
import counterpart.model.PharmacyClaim;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.partner.FileLayout.RepeatedClaim;
import counterpart.partner.FileLayout.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of detail record: how its rows are made, judged and counted. */
final class DetailKind<R extends Record & BookRow> {
    /**
     * A judged row.
     *
     * @param row what is accepted; none when it is rejected
     * @param findings reasons of the rejection, or the warnings of an accepted row
     * @param values as in {@link RowConverter.Converted}; none when the record is ragged
     * @param claim the claim that an accepted line repeats; none where claims have records of their own
     */
    record Judged<R>(
            @Nullable R row,
            List<Finding> findings,
            @Nullable Object @Nullable [] values,
            @Nullable MedicalClaim claim) {
        /** The rule that rejected it. */
        RuleCode code() {
            return findings.get(0).code();
        }
    }

    private final RecordLayout layout;
    private final BookTable table;
    private final int width;
    private final RowConverter<R> converter;
    private final List<Rule<R>> rules;
    /** What each rule does here, in the order of the rules. */
    private final List<Edit> edits;

    private final RowConditions conditions;
    private final @Nullable DetailKind<MedicalClaim> repeated;

    private DetailKind(
            BookTable table,
            Class<R> type,
            List<Rule<R>> rules,
            RecordLayout layout,
            BoundLayout bound,
            AgreedEdits agreed) {
        this.layout = layout;
        this.table = table;
        this.width = bound.width(layout);
        this.converter = bound.converter(type, layout);
        this.rules = rules.stream().filter(this::isAsked).toList();
        this.edits = this.rules.stream().map(rule -> agreed.of(rule.edit())).toList();
        this.conditions = new RowConditions(layout.selection(), bound.positions(layout));
        this.repeated = repeated(layout, bound, agreed);
    }

    /** The claim that each line repeats. What warns of a claim waits until all its lines are known. */
    private static @Nullable DetailKind<MedicalClaim> repeated(
            RecordLayout layout, BoundLayout bound, AgreedEdits agreed) {
        RepeatedClaim claim = layout.claim();
        if (claim == null) {
            return null;
        }
        RecordLayout own = new RecordLayout(
                layout.type(),
                layout.purpose(),
                BookTable.MEDICAL_CLAIM,
                layout.columns(),
                claim.mappings(),
                Selection.EVERY_ROW,
                null,
                layout.amountSign());
        List<Rule<MedicalClaim>> rejecting = Rulebook.MEDICAL.stream()
                .filter(rule -> agreed.of(rule.edit()).severity() == Severity.REJECT_ROW)
                .toList();
        return new DetailKind<>(BookTable.MEDICAL_CLAIM, MedicalClaim.class, rejecting, own, bound, agreed);
    }

    /** A rule about fields that the layout does not map would be broken by every row, or by none. */
    private boolean isAsked(Rule<R> rule) {
        return rule.needs().stream().allMatch(field -> converter.component(field) >= 0);
    }

    static DetailKind<?> of(RecordLayout layout, BoundLayout bound, AgreedEdits agreed) {
        BookTable table = layout.table();
        if (table == null) {
            throw new IllegalArgumentException("a detail record goes into a table; the layout names none");
        }
        return switch (table) {
            case COVERAGE_SPAN -> new DetailKind<>(table, CoverageSpan.class, Rulebook.COVERAGE, layout, bound, agreed);
            case MEDICAL_CLAIM -> new DetailKind<>(table, MedicalClaim.class, Rulebook.MEDICAL, layout, bound, agreed);
            case CLAIM_LINE -> new DetailKind<>(table, ClaimLine.class, Rulebook.LINES, layout, bound, agreed);
            case PHARMACY_CLAIM ->
                new DetailKind<>(table, PharmacyClaim.class, Rulebook.PHARMACY, layout, bound, agreed);
        };
    }

    BookTable table() {
        return table;
    }

    RecordLayout layout() {
        return layout;
    }

    RowConverter<R> converter() {
        return converter;
    }

    RowConditions conditions() {
        return conditions;
    }

    /** How the claims that lines repeat are read; none where claims have records of their own. */
    @Nullable
    DetailKind<MedicalClaim> repeated() {
        return repeated;
    }

    boolean isOfAgreedWidth(RecordReader record) {
        return record.width() == width;
    }

    /** Makes the row and asks all rules; a rejected row is told its rejections only, not its warnings. */
    Judged<R> judge(RecordReader record, LocalDate today) {
        return judge(record, today, false);
    }

    /** @param reversed whether the record belongs to a reversal, though it does not say so itself */
    Judged<R> judge(RecordReader record, LocalDate today, boolean reversed) {
        if (!isOfAgreedWidth(record)) {
            return new Judged<>(null, List.of(ragged(record)), null, null);
        }
        Judged<MedicalClaim> claim = repeated == null ? null : repeated.judge(record, today);
        Judged<R> own = judgeOwn(record, today, reversed || (claim != null && isReversal(claim.row())));
        if (claim == null) {
            return own;
        }
        return claim.row() == null
                ? new Judged<>(null, both(claim, own), own.values(), null)
                : new Judged<>(own.row(), own.findings(), own.values(), claim.row());
    }

    static boolean isReversal(@Nullable MedicalClaim claim) {
        return claim != null && claim.adjustmentType().equals("REVERSAL");
    }

    private static List<Finding> both(Judged<MedicalClaim> claim, Judged<?> line) {
        List<Finding> findings = new ArrayList<>(claim.findings());
        if (line.row() == null) {
            findings.addAll(line.findings());
        }
        return findings;
    }

    private Judged<R> judgeOwn(RecordReader record, LocalDate today, boolean reversed) {
        RowConverter.Converted<R> converted = converter.convert(record, reversed);
        R row = converted.row();
        if (row == null) {
            return new Judged<>(null, converted.faults(), converted.values(), null);
        }
        List<Finding> findings = List.of();
        boolean rejected = false;
        for (int i = 0; i < rules.size(); i++) {
            Rule<R> rule = rules.get(i);
            if (rule.isBrokenBy(row, today)) {
                Edit edit = edits.get(i);
                findings = findings.isEmpty() ? new ArrayList<>() : findings;
                findings.add(finding(edit, rule.field(), record));
                rejected |= edit.severity() == Severity.REJECT_ROW;
            }
        }
        if (rejected) {
            findings.removeIf(f -> f.severity() != Severity.REJECT_ROW);
        }
        return new Judged<>(rejected ? null : row, findings, converted.values(), null);
    }

    /** A finding about the present record under an edit, pointing at a field by the partner's name. */
    Finding finding(Edit edit, String field, RecordReader record) {
        return new Finding(
                edit.code(),
                edit.severity(),
                record.line(),
                converter.columnOf(field),
                converter.maskedKey(record),
                converter.formOf(field, record),
                edit.sentence());
    }

    private Finding ragged(RecordReader record) {
        String seen = record.width() == 0
                ? "Its quotes are not written as RFC 4180 says: text stands behind a closing quote."
                : record.raw().isEmpty()
                        ? "The line is blank; " + width + " columns were agreed."
                        : "The row has " + record.width() + " columns; " + width + " were agreed.";
        return new Finding(
                Edits.F016.code(),
                Edits.F016.severity(),
                record.line(),
                null,
                null,
                null,
                seen + " " + Edits.F016.remedy());
    }
}
