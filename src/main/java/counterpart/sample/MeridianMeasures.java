package counterpart.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/** The true measures of the manager's partnership: members are those covered on the first of the month. */
final class MeridianMeasures {
    private final YearMonth first;
    private final int months;
    private final long[] members;
    private final long[] paid;
    private final long[] scripts;
    private final long[] generics;
    private final YearMonth reportMonth;
    private final ScriptTruth scriptsThatStand;
    private final FillCounts fills = new FillCounts();
    private long due;
    private long onTime;
    private long deliveries;
    private long accepted;
    private long rows;
    private long rowsAccepted;

    MeridianMeasures(Scenario scenario) {
        months = scenario.months();
        reportMonth = scenario.reportMonth();
        first = reportMonth.minusMonths(months - 1L);
        members = new long[months];
        paid = new long[months];
        scripts = new long[months];
        generics = new long[months];
        scriptsThatStand = new ScriptTruth(new MonthAxis(scenario));
    }

    /** The fills of both ledgers, by which they are held against each other. */
    FillCounts fills() {
        return fills;
    }

    /** Adds one transaction that is loaded from the manager's extract. */
    void loaded(ScriptDraft script) {
        int month = month(script);
        paid[month] += script.planPaid();
        if (!script.reversal) {
            scriptsThatStand.billed(script);
            count(script, 1);
        }
    }

    /** Takes a script out again, because its reversal was loaded. */
    void netted(ScriptDraft reversal) {
        scriptsThatStand.netted(reversal);
        count(reversal, -1);
    }

    /** Adds the people of the last eligibility file. */
    void population(Population population, int asOf) {
        for (Family family : population.families()) {
            if (family.pharmacy() && EligibilityRows.known(family, asOf)) {
                int last = EligibilityRows.knownLast(family, asOf);
                for (int month = 0; month < months; month++) {
                    long day = first.plusMonths(month).atDay(1).toEpochDay();
                    members[month] += family.first() <= day && day <= last ? family.size() : 0;
                }
            }
        }
    }

    /** Adds a delivery that is due on a day. */
    void delivery(LocalDate day, boolean late) {
        if (YearMonth.from(day).equals(reportMonth)) {
            due++;
            onTime += late ? 0 : 1;
        }
    }

    /**
     * Adds what became of a delivery that is due on a day.
     *
     * @param first whether the file that is loaded is the first that came
     */
    void loaded(LocalDate day, boolean first, long read, long rejected) {
        if (YearMonth.from(day).equals(reportMonth)) {
            deliveries++;
            accepted += first ? 1 : 0;
            rows += read;
            rowsAccepted += read - rejected;
        }
    }

    void write(Path folder) throws IOException {
        Truth.table(folder, "measures.csv", "measure,month,numerator,denominator", csv -> {
            for (int m = 0; m < months; m++) {
                YearMonth month = first.plusMonths(m);
                csv.printRecord("member-months", month, members[m], 1);
                csv.printRecord("pharmacy-pmpm", month, BigDecimal.valueOf(paid[m], 2), members[m]);
                csv.printRecord("generic-dispensing-rate", month, generics[m], scripts[m]);
            }
            for (Measures.Value v : scriptsThatStand.values()) {
                // The manager's extract does not tell which pharmacies are specialty pharmacies.
                if (!v.measure().equals("specialty-share")) {
                    csv.printRecord(
                            v.measure(),
                            v.month(),
                            v.numerator().toPlainString(),
                            v.denominator().toPlainString());
                }
            }
            fills.print(csv, first, reportMonth);
            csv.printRecord("file-timeliness", reportMonth, onTime, due);
            csv.printRecord("first-time-acceptance", reportMonth, accepted, deliveries);
            csv.printRecord("record-acceptance", reportMonth, rowsAccepted, rows);
        });
    }

    private void count(ScriptDraft script, int scriptsMore) {
        if (script.countsForGenerics()) {
            int month = month(script);
            scripts[month] += scriptsMore;
            generics[month] += script.drug.brand() ? 0 : scriptsMore;
        }
    }

    private int month(ScriptDraft script) {
        LocalDate day = LocalDate.ofEpochDay(script.service);
        return (day.getYear() - first.getYear()) * 12 + day.getMonthValue() - first.getMonthValue();
    }
}
