package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.CoverageSpan;
import counterpart.model.MedicalClaim;
import counterpart.partner.FileLayout.AmountLevel;
import counterpart.partner.FileLayout.RepeatedClaim;
import counterpart.validate.DetailKind.Judged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of the file that makes several records, or that repeats the claim of its line. All of it counts, or nothing. */
final class ComposedRow {
    private record Repeat(MedicalClaim claim, ClaimLine line, AmountLevel level) {}

    private final Map<BookTable, List<BookRow>> rows = new EnumMap<>(BookTable.class);
    private final List<Repeat> repeats = new ArrayList<>();
    private final Set<Finding> warnings = new LinkedHashSet<>();
    private final Set<Finding> rejections = new LinkedHashSet<>();

    private ComposedRow() {}

    /** Judges the row by each of its kinds and hands it on. */
    static void pass(
            List<DetailKind<?>> kinds, RecordReader record, LocalDate today, RowTally tally, TotalsTally totals) {
        ComposedRow row = new ComposedRow();
        boolean first = true;
        for (DetailKind<?> kind : kinds) {
            Judged<?> judged = kind.judge(record, today);
            totals.addComposed(kind, judged.values(), first);
            row.add(kind, judged);
            first = false;
        }
        row.handOn(record, tally);
    }

    private void add(DetailKind<?> kind, Judged<?> judged) {
        if (!(judged.row() instanceof BookRow row)) {
            rejections.addAll(judged.findings());
            return;
        }
        warnings.addAll(judged.findings());
        rows.computeIfAbsent(kind.table(), table -> new ArrayList<>()).add(row);
        RepeatedClaim repeated = kind.layout().claim();
        MedicalClaim claim = judged.claim();
        if (repeated != null && claim != null && row instanceof ClaimLine line) {
            repeats.add(new Repeat(claim, line, repeated.amountLevel()));
        }
    }

    private void handOn(RecordReader record, RowTally tally) {
        if (!rejections.isEmpty()) {
            List<Finding> reasons = List.copyOf(rejections);
            tally.reject(record.line(), record.raw(), reasons.get(0).code(), reasons);
            return;
        }
        rows.computeIfPresent(BookTable.COVERAGE_SPAN, (table, spans) -> joined(spans));
        repeats.forEach(repeat -> tally.repeat(repeat.claim(), repeat.line(), repeat.level()));
        tally.acceptAll(rows, List.copyOf(warnings));
    }

    /** Spans that follow each other without a day between and differ in nothing else are one, as months of a year are. */
    private static List<BookRow> joined(List<BookRow> spans) {
        List<BookRow> joined = new ArrayList<>();
        for (BookRow row : spans) {
            CoverageSpan span = (CoverageSpan) row;
            int at = follows(joined, span);
            if (at < 0) {
                joined.add(span);
            } else {
                CoverageSpan before = (CoverageSpan) joined.get(at);
                joined.set(at, withDates(span, before.effectiveDate(), span.terminationDate()));
            }
        }
        return joined;
    }

    private static int follows(List<BookRow> spans, CoverageSpan next) {
        for (int i = spans.size() - 1; i >= 0; i--) {
            CoverageSpan span = (CoverageSpan) spans.get(i);
            LocalDate last = span.terminationDate();
            boolean adjacent = last != null
                    && !last.isBefore(span.effectiveDate())
                    && last.plusDays(1).equals(next.effectiveDate());
            if (adjacent
                    && withDates(span, next.effectiveDate(), next.terminationDate())
                            .equals(next)) {
                return i;
            }
        }
        return -1;
    }

    private static CoverageSpan withDates(CoverageSpan s, LocalDate from, @Nullable LocalDate to) {
        return new CoverageSpan(
                s.rowNumber(),
                s.memberId(),
                s.subscriberId(),
                s.personCode(),
                s.relationship(),
                s.lastName(),
                s.firstName(),
                s.birthDate(),
                s.gender(),
                s.ssn(),
                s.state(),
                s.zip(),
                s.groupId(),
                s.planCode(),
                s.coverageType(),
                s.coverageTier(),
                s.lineOfBusiness(),
                from,
                to,
                s.deathDate(),
                s.disabled(),
                s.maintenanceType(),
                s.pcpNpi());
    }
}
