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
     */
    record Judged<R>(
            @Nullable R row,
            List<Finding> findings,
            @Nullable Object @Nullable [] values) {
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

    private DetailKind(BookTable table, Class<R> type, List<Rule<R>> rules, RecordLayout layout, BoundLayout bound) {
        this.layout = layout;
        this.table = table;
        this.width = bound.width(layout);
        this.converter = bound.converter(type, layout);
        this.rules = rules.stream().filter(this::isAsked).toList();
    }

    /** A rule about fields that the layout does not map would be broken by every row, or by none. */
    private boolean isAsked(Rule<R> rule) {
        return rule.needs().stream().allMatch(field -> converter.component(field) >= 0);
    }

    static DetailKind<?> of(RecordLayout layout, BoundLayout bound) {
        BookTable table = layout.table();
        if (table == null) {
            throw new IllegalArgumentException("a detail record goes into a table; the layout names none");
        }
        return switch (table) {
            case COVERAGE_SPAN -> new DetailKind<>(table, CoverageSpan.class, Rulebook.COVERAGE, layout, bound);
            case MEDICAL_CLAIM -> new DetailKind<>(table, MedicalClaim.class, Rulebook.MEDICAL, layout, bound);
            case CLAIM_LINE -> new DetailKind<>(table, ClaimLine.class, Rulebook.LINES, layout, bound);
            case PHARMACY_CLAIM -> new DetailKind<>(table, PharmacyClaim.class, Rulebook.PHARMACY, layout, bound);
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

    /** Makes the row and asks all rules; a rejected row is told its rejections only, not its warnings. */
    Judged<R> judge(RecordReader record, LocalDate today) {
        if (record.width() != width) {
            return new Judged<>(null, List.of(ragged(record)), null);
        }
        RowConverter.Converted<R> converted = converter.convert(record);
        R row = converted.row();
        if (row == null) {
            return new Judged<>(null, converted.faults(), converted.values());
        }
        List<Finding> findings = List.of();
        boolean rejected = false;
        for (Rule<R> rule : rules) {
            if (rule.isBrokenBy(row, today)) {
                findings = findings.isEmpty() ? new ArrayList<>() : findings;
                findings.add(finding(rule.edit(), rule.field(), record));
                rejected |= rule.edit().severity() == Severity.REJECT_ROW;
            }
        }
        if (rejected) {
            findings.removeIf(f -> f.severity() != Severity.REJECT_ROW);
        }
        return new Judged<>(rejected ? null : row, findings, converted.values());
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
