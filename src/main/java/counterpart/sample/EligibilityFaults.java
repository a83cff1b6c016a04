package counterpart.sample;

import static counterpart.sample.Columns.DT;

import counterpart.sample.Truth.FindingRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** Plants rows of invented people, who have no claims and appear in one file only. */
final class EligibilityFaults {
    private static final int FIRST_NUMBER = 900_000;
    private static final int EFFECTIVE = (int) LocalDate.of(2026, 3, 1).toEpochDay();
    private static final int BIRTH = (int) LocalDate.of(1985, 5, 17).toEpochDay();
    private static final int NEWCOMERS_A_WEEK = 200;

    private final FeedWriter out;
    private final Truth truth;
    private final Population population;
    private final boolean first;
    private int number;

    EligibilityFaults(FeedWriter out, Truth truth, Population population, int week) {
        this.out = out;
        this.truth = truth;
        this.population = population;
        this.first = week == 1;
        this.number = FIRST_NUMBER + week * NEWCOMERS_A_WEEK;
    }

    void plantFew() throws IOException {
        if (first) {
            reject("E-105", row -> DT.with(row, "relationship", "99"));
            warn("E-118", "WARN", row -> DT.with(row, "zip", "9720"));
        } else {
            reject("E-103", row -> DT.with(row, "birth_date", "18990101"));
        }
    }

    void plantAll() throws IOException {
        ids();
        people();
        spans();
        fields();
    }

    private void ids() throws IOException {
        reject("E-101", row -> DT.with(row, "member_id", first ? "" : "999999999"));
        reject("E-102", row -> DT.with(row, first ? "last_name" : "first_name", ""));
        warn("E-104", "WARN", row -> DT.with(row, "ssn", first ? "000123456" : "900123456"));
        // Both numbers were withdrawn long ago because advertisements had printed them.
        String printed = first ? "078051120" : "219099999";
        warn(
                "E-121",
                "WARN",
                row -> DT.with(DT.with(DT.with(row, "ssn", printed), "member_id", printed), "subscriber_id", printed));
    }

    private void people() throws IOException {
        reject("E-103", row -> DT.with(row, "birth_date", first ? "20270104" : "18990101"));
        reject("E-105", row -> DT.with(row, first ? "gender" : "relationship", first ? "Q" : "99"));
        warn("E-114", "WARN", row -> dependant(DT.with(row, "birth_date", "19950611"), subscriber()));
        warn("E-118", "WARN", row -> DT.with(row, "zip", first ? "9720" : "9720A"));
        warn("E-122", "INFO", row -> DT.with(row, "death_date", "20260601"));
        reject("E-109", row -> dependant(DT.with(row, "birth_date", "20150611"), "M9999999-01"));
        String one = person(row -> row);
        write(one);
        warn(
                "E-112",
                "WARN",
                row -> DT.with(
                        DT.with(
                                DT.with(row, "last_name", DT.get(one, "last_name")),
                                "first_name",
                                DT.get(one, "first_name")),
                        "zip",
                        DT.get(one, "zip")));
    }

    private void spans() throws IOException {
        reject("E-106", row -> DT.with(row, "term_date", "20260215"));
        warn("E-107", "WARN", row -> DT.with(row, "eff_date", "20270601"));
        String earlier = person(row -> row);
        write(earlier);
        String later = DT.with(DT.with(earlier, "eff_date", "20260601"), "plan_code", "HDHP");
        finding(later, "E-110", "REJECT_ROW");
        write(later);
        truth.rejected(out.file(), 1);
        // No fault: a termination on the day before says that the coverage never took effect.
        write(person(row -> DT.with(row, "term_date", "20260228")));
    }

    private void fields() throws IOException {
        reject("G-001", row -> DT.with(row, first ? "group_id" : "plan_code", ""));
        reject("G-002", row -> DT.with(row, "eff_date", first ? "20261301" : "2026-10-01"));
        reject("G-005", row -> DT.with(row, "coverage_type", "DEN"));
        reject("F-016", row -> first ? row + "|X" : row.substring(0, row.lastIndexOf('|')));
    }

    private String subscriber() {
        return population.families().stream()
                .filter(f -> f.last() == Family.OPEN && f.first() < EFFECTIVE)
                .findFirst()
                .orElseThrow()
                .memberId(0);
    }

    private static String dependant(String row, String subscriber) {
        return DT.with(DT.with(row, "relationship", "19"), "subscriber_id", subscriber);
    }

    private void reject(String code, UnaryOperator<String> change) throws IOException {
        warn(code, "REJECT_ROW", change);
        truth.rejected(out.file(), 1);
    }

    private void warn(String code, String severity, UnaryOperator<String> change) throws IOException {
        String row = person(change);
        finding(row, code, severity);
        write(row);
    }

    private void finding(String row, String code, String severity) {
        String key = row.split("\\|", -1)[DT.of("member_id")];
        truth.finding(new FindingRow(out.file().name(), out.line() + 1, key, code, severity, true, ""));
    }

    private void write(String row) throws IOException {
        String member = row.split("\\|", -1)[DT.of("member_id")];
        out.writeLine(row);
        out.totals().details++;
        if (!member.isEmpty()) {
            out.countMember(Math.abs(member.hashCode() % 10_000_000) + 8_000_000);
            out.hash(member);
        }
    }

    private String person(UnaryOperator<String> change) {
        Family alone = new Family(
                number++,
                EFFECTIVE,
                Family.OPEN,
                Family.OPEN,
                3,
                0,
                0,
                false,
                false,
                97_300,
                new int[] {BIRTH},
                new boolean[] {true},
                new int[] {number % Names.firstNames()});
        EligibilityRows.compose(out.row(), alone, 0, 0, "MED", EFFECTIVE, Family.OPEN);
        return change.apply(out.row().asText());
    }
}
