package counterpart.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The true measures, added up from what the generator knows and not from any file. Months are those of the scenario:
 * service months for cost and prescriptions, months of first adjudication for denials and turnaround.
 */
final class Measures {
    private final MonthAxis axis;
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
    private final ClaimTruth claims;
    private final ScriptTruth scriptsThatStand;
    private final CareTruth care;
    private final AdherenceTruth adherence;
    private int asOf;
    private UnaryOperator<Family> now = UnaryOperator.identity();
    private final List<Value> others = new ArrayList<>();

    /** A measure's value for a month. Amounts are dollars. */
    record Value(String measure, YearMonth month, BigDecimal numerator, BigDecimal denominator) {
        Value(String measure, YearMonth month, BigDecimal numerator, long denominator) {
            this(measure, month, numerator, BigDecimal.valueOf(denominator));
        }
    }

    Measures(Scenario scenario) {
        axis = new MonthAxis(scenario);
        months = axis.count();
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
        claims = new ClaimTruth(axis);
        scriptsThatStand = new ScriptTruth(axis);
        care = new CareTruth(axis);
        adherence = new AdherenceTruth(axis);
    }

    /** Adds one loaded version of a claim. */
    void medical(MedicalDraft claim) {
        claims.medical(claim);
        care.medical(claim);
        int service = axis.of(claim.from);
        if (service >= 0 && !claim.denied()) {
            medicalPaid[service] += claim.paidTotal();
            medicalAllowed[service] += claim.allowedTotal();
        }
        int decided = axis.of(claim.adjudicated);
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
        if (!script.reversal) {
            scriptsThatStand.billed(script);
            adherence.pharmacy(script);
        }
        int service = axis.of(script.service);
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
        scriptsThatStand.netted(reversal);
        int service = axis.of(reversal.service);
        if (service >= 0 && reversal.countsForGenerics()) {
            scripts[service]--;
            generics[service] -= reversal.drug.brand() ? 0 : 1;
        }
    }

    /**
     * Adds the people of the last full eligibility file, as the files of changes after it have them.
     *
     * @param told what those files say of a policy
     */
    void population(List<Family> families, int day, UnaryOperator<Family> told) {
        asOf = day;
        now = told;
        for (Family family : families) {
            if (EligibilityRows.known(family, asOf)) {
                for (int month = 0; month < months; month++) {
                    enrol(family, month, EligibilityRows.knownLast(now.apply(family), asOf));
                }
            }
        }
    }

    /**
     * Adds people of whom one full file tells and no later one, so that their coverage ended.
     *
     * @param left the day before that of the next full file
     */
    void planted(Collection<PlantedMember> people, LocalDate left) {
        for (int m = 0; m < months; m++) {
            YearMonth month = axis.at(m);
            for (PlantedMember person : people) {
                boolean medical = person.isCovered("MED", month, left);
                boolean pharmacy = person.isCovered("RX", month, left);
                members[m] += medical || pharmacy ? 1 : 0;
                medicalMembers[m] += medical ? 1 : 0;
                pharmacyMembers[m] += pharmacy ? 1 : 0;
            }
        }
    }

    private void enrol(Family family, int month, int last) {
        YearMonth at = axis.at(month);
        if (family.first() <= at.atEndOfMonth().toEpochDay()
                && last >= Math.max(at.atDay(1).toEpochDay(), family.first())) {
            members[month] += family.size();
            medicalMembers[month] += family.size();
            pharmacyMembers[month] += family.pharmacy() ? family.size() : 0;
        }
    }

    boolean covers(YearMonth month) {
        return axis.covers(month);
    }

    void other(String measure, YearMonth month, long numerator, long denominator) {
        others.add(new Value(measure, month, BigDecimal.valueOf(numerator), denominator));
    }

    List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (int m = 0; m < months; m++) {
            YearMonth month = axis.at(m);
            values.add(count("member-months", month, members[m], 1));
            values.add(dollars("medical-pmpm-paid", month, medicalPaid[m], medicalMembers[m]));
            values.add(dollars("medical-pmpm-allowed", month, medicalAllowed[m], medicalMembers[m]));
            values.add(dollars("pharmacy-pmpm", month, pharmacyPaid[m], pharmacyMembers[m]));
            values.add(dollars("total-pmpm", month, medicalPaid[m] + pharmacyPaid[m], members[m]));
            values.add(count("generic-dispensing-rate", month, generics[m], scripts[m]));
            values.add(count("denial-rate", month, denied[m], adjudicated[m]));
            values.add(count("turnaround", month, turnaroundDays[m], cleanClaims[m]));
        }
        values.addAll(claims.values(medicalMembers));
        values.addAll(scriptsThatStand.values());
        values.addAll(care.values(asOf, now, medicalMembers));
        values.addAll(adherence.values(asOf, now));
        values.addAll(others);
        return values;
    }

    private static Value count(String measure, YearMonth month, long numerator, long denominator) {
        return new Value(measure, month, BigDecimal.valueOf(numerator), denominator);
    }

    private static Value dollars(String measure, YearMonth month, long cents, long denominator) {
        return new Value(measure, month, BigDecimal.valueOf(cents, 2), denominator);
    }
}
