package counterpart.validate;

import counterpart.model.BookRow;
import counterpart.model.ClaimLine;
import counterpart.model.CoverageSpan;
import counterpart.model.Fields;
import counterpart.model.MedicalClaim;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that keep all rules, but for the fields that are named; amounts in cents. */
public final class ExampleRow {
    /** The day on which example rows are judged. */
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    private static final String ROW_NUMBER = "row_number";

    private static final Map<String, Object> COVERAGE = Map.ofEntries(
            Map.entry("member_id", "M100200"),
            Map.entry("subscriber_id", "M100200"),
            Map.entry("relationship", "SELF"),
            Map.entry("last_name", "Sample"),
            Map.entry("first_name", "Robin"),
            Map.entry("birth_date", LocalDate.of(1985, 2, 14)),
            Map.entry("gender", "F"),
            Map.entry("state", "OR"),
            Map.entry("zip", "97201"),
            Map.entry("group_id", "G100"),
            Map.entry("plan_code", "PPO500"),
            Map.entry("coverage_type", "MED"),
            Map.entry("effective_date", LocalDate.of(2026, 1, 1)));

    private static final Map<String, Object> MEDICAL = Map.ofEntries(
            Map.entry("claim_id", "C1000"),
            Map.entry("claim_version", 0),
            Map.entry("adjustment_type", "ORIGINAL"),
            Map.entry("frequency_code", "1"),
            Map.entry("claim_status", "PAID"),
            Map.entry("claim_type", "PROF"),
            Map.entry("member_id", "M100200"),
            Map.entry("billing_npi", "1234567893"),
            Map.entry("principal_diagnosis", "J069"),
            Map.entry("from_date", LocalDate.of(2026, 9, 1)),
            Map.entry("thru_date", LocalDate.of(2026, 9, 1)),
            Map.entry("received_date", LocalDate.of(2026, 9, 4)),
            Map.entry("adjudicated_date", LocalDate.of(2026, 9, 20)),
            Map.entry("paid_date", LocalDate.of(2026, 9, 22)),
            Map.entry("billed", 15_000L),
            Map.entry("allowed", 10_000L),
            Map.entry("paid", 8_000L),
            Map.entry("copay", 2_000L));

    private static final Map<String, Object> LINE = Map.of(
            "claim_id",
            "C1000",
            "claim_version",
            0,
            "line_number",
            1,
            "line_status",
            "PAID",
            "from_date",
            LocalDate.of(2026, 9, 1),
            "units",
            1.0,
            "billed",
            15_000L,
            "allowed",
            10_000L,
            "paid",
            8_000L,
            "copay",
            2_000L);

    private static final Map<String, Object> PHARMACY = Map.ofEntries(
            Map.entry("claim_id", "RX1000"),
            Map.entry("transaction_code", "B1"),
            Map.entry("transaction_status", "P"),
            Map.entry("member_id", "M100200"),
            Map.entry("pharmacy_id", "1234567893"),
            Map.entry("prescriber_id", "1245319599"),
            Map.entry("prescription_number", "700100"),
            Map.entry("fill_number", 0),
            Map.entry("service_date", LocalDate.of(2026, 9, 10)),
            Map.entry("adjudicated_date", LocalDate.of(2026, 9, 10)),
            Map.entry("ndc", "00002759701"),
            Map.entry("quantity", 30.0),
            Map.entry("days_supply", 30),
            Map.entry("dispense_as_written", "0"),
            Map.entry("ingredient_cost", 4_000L),
            Map.entry("dispensing_fee", 200L),
            Map.entry("patient_pay", 1_000L),
            Map.entry("copay", 1_000L),
            Map.entry("plan_paid", 3_200L));

    private ExampleRow() {}

    /** @param changes field names, each followed by its value, which may be null */
    public static CoverageSpan coverage(@Nullable Object... changes) {
        return row(CoverageSpan.class, COVERAGE, changes);
    }

    /** @param changes field names, each followed by its value, which may be null */
    public static MedicalClaim claim(@Nullable Object... changes) {
        return row(MedicalClaim.class, MEDICAL, changes);
    }

    /** @param changes field names, each followed by its value, which may be null */
    public static ClaimLine line(@Nullable Object... changes) {
        return row(ClaimLine.class, LINE, changes);
    }

    /** @param changes field names, each followed by its value, which may be null */
    public static PharmacyClaim prescription(@Nullable Object... changes) {
        return row(PharmacyClaim.class, PHARMACY, changes);
    }

    private static <R extends Record & BookRow> R row(
            Class<R> type, Map<String, Object> defaults, @Nullable Object[] changes) {
        Map<String, @Nullable Object> values = new HashMap<>(defaults);
        for (int i = 0; i < changes.length; i += 2) {
            values.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        @Nullable Object[] components = new @Nullable Object[type.getRecordComponents().length];
        components[0] = values.containsKey(ROW_NUMBER) ? values.remove(ROW_NUMBER) : 1L;
        for (Fields.Field field : Fields.of(type).all()) {
            components[field.component()] = values.remove(field.name());
        }
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no field " + values.keySet());
        }
        return new RecordMaker<>(type).make(components);
    }
}
