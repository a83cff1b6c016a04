package counterpart.sample;

import counterpart.sample.Measures.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** True figures of the scripts that stand: each bill adds, and its reversal takes the same away. */
final class ScriptTruth {
    private final MonthAxis axis;
    private final long[] scripts;
    private final long[] longSupplies;
    private final long[] gross;
    private final long[] planPaid;
    private final long[] specialtyPaid;

    ScriptTruth(MonthAxis axis) {
        this.axis = axis;
        scripts = new long[axis.count()];
        longSupplies = new long[axis.count()];
        gross = new long[axis.count()];
        planPaid = new long[axis.count()];
        specialtyPaid = new long[axis.count()];
    }

    /** Takes a loaded bill. */
    void billed(ScriptDraft script) {
        add(script, 1, 1);
    }

    /** Takes a bill out again, because its reversal was loaded; the amounts of a reversal are negative already. */
    void netted(ScriptDraft reversal) {
        add(reversal, -1, 1);
    }

    private void add(ScriptDraft script, int count, int sign) {
        int month = axis.of(script.service);
        if (month < 0) {
            return;
        }
        scripts[month] += count;
        longSupplies[month] += script.days >= 84 ? count : 0;
        gross[month] += sign * (script.ingredient + script.fee + script.tax);
        planPaid[month] += sign * script.planPaid();
        specialtyPaid[month] += script.drug.specialty() ? sign * script.planPaid() : 0;
    }

    List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (int m = 0; m < axis.count(); m++) {
            values.add(new Value("cost-per-script", axis.at(m), BigDecimal.valueOf(gross[m], 2), scripts[m]));
            values.add(new Value("ninety-day-share", axis.at(m), BigDecimal.valueOf(longSupplies[m]), scripts[m]));
            values.add(new Value(
                    "specialty-share",
                    axis.at(m),
                    BigDecimal.valueOf(specialtyPaid[m], 2),
                    BigDecimal.valueOf(planPaid[m], 2)));
        }
        return values;
    }
}
