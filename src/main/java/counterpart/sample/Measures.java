package counterpart.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The true measures, added up from what the generator knows and not from any file. Months are those of the scenario:
 * service months for cost and prescriptions, months of first adjudication for denials and turnaround.
 */
final class Measures {
    private final YearMonth first;
    private final int months;
    private final long[] medicalPaid;
    private final long[] medicalAllowed;
    private final long[] pharmacyPaid;
    private final long[] generics;
    private final long[] scripts;
    private final long[] denied;
    private final long[] adjudicated;
    private final long[] turnaroundDays;
    private final long[] cleanClaims;
    private final long[] members;
    private final long[] medicalMembers;
    private final long[] pharmacyMembers;
    private final int[] monthOfDay;
    private final int firstDay;
    private final List<Value> others = new ArrayList<>();

    /** A measure's value for a month. Amounts are dollars. */
    record Value(String measure, YearMonth month, BigDecimal numerator, long denominator) {}

    Measures(Scenario scenario) {
        months = scenario.months();
        first = scenario.reportMonth().minusMonths(months - 1L);
        medicalPaid = new long[months];
        medicalAllowed = new long[months];
        pharmacyPaid = new long[months];
        generics = new long[months];
        scripts = new long[months];
        denied = new long[months];
        adjudicated = new long[months];
        turnaroundDays = new long[months];
        cleanClaims = new long[months];
        members = new long[months];
        medicalMembers = new long[months];
        pharmacyMembers = new long[months];
        firstDay = (int) scenario.start().toEpochDay();
        int lastDay = (int) scenario.reportMonth().atEndOfMonth().toEpochDay();
        monthOfDay = new int[lastDay - firstDay + 1];
        for (int day = firstDay; day <= lastDay; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            monthOfDay[day - firstDay] =
                    (date.getYear() - first.getYear()) * 12 + date.getMonthValue() - first.getMonthValue();
        }
    }

    /** Adds one loaded version of a claim. */
    void medical(MedicalDraft claim) {
        int service = month(claim.from);
        if (service >= 0 && !claim.denied()) {
            medicalPaid[service] += claim.paidTotal();
            medicalAllowed[service] += claim.allowedTotal();
        }
        int decided = month(claim.adjudicated);
        if (decided < 0 || claim.version > 0) {
            return;
        }
        if (!claim.deniedAsDuplicate()) {
            adjudicated[decided]++;
            denied[decided] += claim.denied() && claim.paidTotal() == 0 ? 1 : 0;
        }
        if (claim.clean) {
            cleanClaims[decided]++;
            turnaroundDays[decided] += claim.adjudicated - claim.received;
        }
    }

    /** Adds one loaded prescription transaction; a bill counts as a script until its reversal takes it out. */
    void pharmacy(ScriptDraft script) {
        int service = month(script.service);
        if (service < 0) {
            return;
        }
        pharmacyPaid[service] += script.planPaid();
        if (!script.reversal && script.countsForGenerics()) {
            scripts[service]++;
            generics[service] += script.drug.brand() ? 0 : 1;
        }
    }

    /** Takes one script out again, because its reversal was loaded. */
    void netted(ScriptDraft reversal) {
        int service = month(reversal.service);
        if (service >= 0 && reversal.countsForGenerics()) {
            scripts[service]--;
            generics[service] -= reversal.drug.brand() ? 0 : 1;
        }
    }

    /** Adds the people of the last full eligibility file. */
    void population(Population population, int asOf) {
        for (Family family : population.families()) {
            if (EligibilityRows.known(family, asOf)) {
                for (int month = 0; month < months; month++) {
                    enrol(family, month, EligibilityRows.knownLast(family, asOf));
                }
            }
        }
    }

    private void enrol(Family family, int month, int last) {
        YearMonth at = first.plusMonths(month);
        if (family.first() <= at.atEndOfMonth().toEpochDay()
                && last >= Math.max(at.atDay(1).toEpochDay(), family.first())) {
            members[month] += family.size();
            medicalMembers[month] += family.size();
            pharmacyMembers[month] += family.pharmacy() ? family.size() : 0;
        }
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(first) && month.isBefore(first.plusMonths(months));
    }

    void other(String measure, YearMonth month, long numerator, long denominator) {
        others.add(new Value(measure, month, BigDecimal.valueOf(numerator), denominator));
    }

    List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (int m = 0; m < months; m++) {
            YearMonth month = first.plusMonths(m);
            values.add(count("member-months", month, members[m], 1));
            values.add(dollars("medical-pmpm-paid", month, medicalPaid[m], medicalMembers[m]));
            values.add(dollars("medical-pmpm-allowed", month, medicalAllowed[m], medicalMembers[m]));
            values.add(dollars("pharmacy-pmpm", month, pharmacyPaid[m], pharmacyMembers[m]));
            values.add(count("generic-dispensing-rate", month, generics[m], scripts[m]));
            values.add(count("denial-rate", month, denied[m], adjudicated[m]));
            values.add(count("turnaround", month, turnaroundDays[m], cleanClaims[m]));
        }
        values.addAll(others);
        return values;
    }

    private static Value count(String measure, YearMonth month, long numerator, long denominator) {
        return new Value(measure, month, BigDecimal.valueOf(numerator), denominator);
    }

    private static Value dollars(String measure, YearMonth month, long cents, long denominator) {
        return new Value(measure, month, BigDecimal.valueOf(cents, 2), denominator);
    }

    private int month(int day) {
        int offset = day - firstDay;
        return offset < 0 || offset >= monthOfDay.length ? -1 : monthOfDay[offset];
    }
}
