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
    private static final int NEWCOMERS_A_GROUP = 12;
    private static final int DECEASED = 190;

    private final FeedWriter out;
    private final Truth truth;
    private final Population population;
    private final int week;
    private final boolean first;
    private int number;

    EligibilityFaults(FeedWriter out, Truth truth, Population population, int week) {
        this.out = out;
        this.truth = truth;
        this.population = population;
        this.week = week;
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
        changes();
        String late = DT.with(rowOf(deceased(week)), "death_date", "20260601");
        finding(late, "E-122", "INFO");
        write(late);
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

    /** Faults of rows that say what they change, of plans, tiers and identities. */
    private void changes() throws IOException {
        warn("E-108", "WARN", row -> DT.with(DT.with(row, "maint_type", first ? "021" : "024"), "term_date", ended()));
        warn(
                "E-115",
                "WARN",
                row -> DT.with(
                        DT.with(DT.with(row, "maint_type", "021"), "eff_date", "20260901"), "term_date", "20260930"));
        reject("G-001", row -> DT.with(row, "maint_type", "024"));
        reject("E-119", row -> DT.with(row, "plan_code", first ? "PPO900" : "XX"));
        gap();
        String one = person(row -> row);
        write(one);
        String other = DT.with(DT.with(one, "coverage_type", "RX"), "birth_date", first ? "19850518" : "19580517");
        finding(other, "E-113", "WARN");
        write(other);
        String single = person(row -> first ? row : DT.with(row, "coverage_tier", "ES"));
        finding(single, "E-120", "WARN");
        write(single);
        write(person(row -> DT.with(
                dependant(DT.with(row, "birth_date", first ? "19860611" : "20150611"), DT.get(single, "member_id")),
                "relationship",
                first ? "01" : "19")));
    }

    /** An addition for the past without an end, or a termination long ago. */
    private String ended() {
        return first ? "99991231" : "20260630";
    }

    /** The first gap has one day, the second thirty-one; no day between and thirty-two are no fault. */
    private void gap() throws IOException {
        String earlier = person(row -> DT.with(row, "term_date", "20260630"));
        write(earlier);
        String later = DT.with(DT.with(earlier, "eff_date", first ? "20260702" : "20260801"), "term_date", "99991231");
        finding(later, "E-111", "WARN");
        write(later);
        String whole = person(row -> DT.with(row, "term_date", "20260630"));
        write(whole);
        write(DT.with(DT.with(whole, "eff_date", first ? "20260701" : "20260802"), "term_date", "99991231"));
    }

    private void fields() throws IOException {
        reject("G-001", row -> DT.with(row, first ? "group_id" : "plan_code", ""));
        reject("G-002", row -> DT.with(row, "eff_date", first ? "20261301" : "2026-10-01"));
        reject("G-005", row -> DT.with(row, "coverage_type", "DEN"));
        reject("F-016", row -> first ? row + "|X" : row.substring(0, row.lastIndexOf('|')));
    }

    /** Somebody with a spouse and a child, so that one child more does not change the tier. */
    private String subscriber() {
        return population.families().stream()
                .filter(f -> f.last() == Family.OPEN
                        && f.first() < EFFECTIVE
                        && f.tier().equals("FAM"))
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
        return change.apply(rowOf(alone(number++)));
    }

    /** Somebody who died in June and has claims afterwards. */
    static Family deceased(int week) {
        return alone(FIRST_NUMBER + week * NEWCOMERS_A_WEEK + DECEASED);
    }

    private String rowOf(Family family) {
        EligibilityRows.compose(out.row(), family, 0, 0, "MED", EFFECTIVE, Family.OPEN);
        return out.row().asText();
    }

    /** Spread over groups, so that no group is changed much by those who come and go. */
    private static Family alone(int number) {
        return new Family(
                number,
                EFFECTIVE,
                Family.OPEN,
                Family.OPEN,
                3 + number % NEWCOMERS_A_WEEK / NEWCOMERS_A_GROUP,
                0,
                0,
                false,
                false,
                97_300,
                new int[] {BIRTH},
                new boolean[] {true},
                new int[] {(number + 1) % Names.firstNames()});
    }
}
