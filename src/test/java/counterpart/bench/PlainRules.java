package counterpart.bench;

import counterpart.finding.Severity;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.CoverageSpan;
import counterpart.model.PharmacyClaim;
import counterpart.validate.Rule;
import counterpart.validate.Rulebook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/** The rules as the processors of the plain job: those of one row from the rulebook, those across rows by maps. */
final class PlainRules {
    private final LocalDate today = LocalDate.now();
    private final List<Rule<CoverageSpan>> coverageRules = rulesOf(BookTable.COVERAGE_SPAN);
    private final List<Rule<PharmacyClaim>> pharmacyRules = rulesOf(BookTable.PHARMACY_CLAIM);

    /** Days of coverage by member and type: first and last day of one span after the other. */
    private final Map<String, int[]> covered = new HashMap<>();

    private final Set<String> subscribers = new HashSet<>();
    private final Map<String, String> people = new HashMap<>();
    private final Set<String> standingFills = new HashSet<>();
    private long warnings;
    private long line;

    @Nullable
    CoverageSpan judgeCoverage(FieldSet fields) {
        line++;
        if (!fields.readString(0).equals("DT")) {
            line = fields.readString(0).equals("HD") ? 1 : line;
            return null;
        }
        CoverageSpan row = PlainRows.coverage(fields, line);
        if (isRejected(coverageRules, row)) {
            return null;
        }
        if (row.relationship().equals("SELF")) {
            subscribers.add(row.subscriberId());
        } else if (!subscribers.contains(row.subscriberId())) {
            return null; // E-109
        }
        if (!cover(row)) {
            return null; // E-110
        }
        String person = String.join(
                        "|", row.lastName(), row.firstName(), row.birthDate().toString(), row.gender(), row.zip())
                .toLowerCase(Locale.ROOT);
        String before = people.putIfAbsent(person, row.memberId());
        if (before != null && !before.equals(row.memberId())) {
            warnings++; // E-112
        }
        return row;
    }

    @Nullable
    PharmacyClaim judgePrescription(FieldSet fields) {
        line++;
        if (!fields.readString(0).equals("RX")) {
            line = fields.readString(0).equals("HD") ? 1 : line;
            return null;
        }
        PharmacyClaim row = PlainRows.prescription(fields, line);
        String fill = row.pharmacyId() + row.prescriptionNumber() + "/" + row.fillNumber() + "/"
                + row.serviceDate().toEpochDay();
        boolean stands = row.transactionCode().equals("B1") ? !standingFills.add(fill) : !standingFills.remove(fill);
        if (isRejected(pharmacyRules, row)) {
            return null;
        }
        if (stands) {
            warnings++; // P-307, P-308
        }
        if (!isCovered(row.memberId(), row.serviceDate())) {
            warnings++; // P-314
        }
        return row;
    }

    private <R extends BookRow> boolean isRejected(List<Rule<R>> rules, R row) {
        boolean rejected = false;
        for (Rule<R> rule : rules) {
            if (rule.isBrokenBy(row, today)) {
                rejected |= rule.edit().severity() == Severity.REJECT_ROW;
                warnings++;
            }
        }
        return rejected;
    }

    /** Notes the days of a span; false when the member was covered on one of them before. */
    private boolean cover(CoverageSpan row) {
        int first = (int) row.effectiveDate().toEpochDay();
        LocalDate end = row.terminationDate();
        int last = end == null ? Integer.MAX_VALUE : (int) end.toEpochDay();
        if (last < first) {
            return true;
        }
        String key = row.coverageType() + row.memberId();
        int[] known = covered.getOrDefault(key, new int[0]);
        for (int i = 0; i < known.length; i += 2) {
            if (known[i] <= last && first <= known[i + 1]) {
                return false;
            }
        }
        int[] more = java.util.Arrays.copyOf(known, known.length + 2);
        more[known.length] = first;
        more[known.length + 1] = last;
        covered.put(key, more);
        return true;
    }

    private boolean isCovered(String member, LocalDate date) {
        int day = (int) date.toEpochDay();
        int[] known = Objects.requireNonNullElse(covered.get("RX" + member), new int[0]);
        for (int i = 0; i < known.length; i += 2) {
            if (known[i] <= day && day <= known[i + 1]) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked") // the rulebook keeps the rules of a table under its row type
    private static <R extends BookRow> List<Rule<R>> rulesOf(BookTable table) {
        return (List<Rule<R>>) (List<?>) Rulebook.rulesOf(table);
    }
}
