package counterpart.validate;

import counterpart.model.BookTable;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.Dialect;
import counterpart.partner.FileLayout.Purpose;
import counterpart.partner.FileLayout.RecordLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Layouts of the forms that the product reads, with few columns, for tests. */
public final class TestLayouts {
    static final String HD = "record_type layout_version file_id sender_id receiver_id file_type mode submission_type"
            + " period_from period_to created sequence_no env replaces_file_id as_of_date";
    static final String TR = "record_type file_id detail_record_count distinct_member_count add_count change_count"
            + " term_count total_billed total_allowed total_paid total_member_cost reversal_count reversal_paid"
            + " hash_total line_count";

    private TestLayouts() {}

    public static Dialect pipes() {
        return new Dialect('|', '"', StandardCharsets.UTF_8, false, "yyyyMMdd", Set.of("99991231", "00000000"));
    }

    public static FileLayout eligibility() {
        RecordLayout detail = detail(
                "DT",
                BookTable.COVERAGE_SPAN,
                "record_type subscriber_id member_id ssn last_name first_name birth_date gender relationship zip"
                        + " group_id plan_code coverage_type eff_date term_date death_date disabled",
                Map.of("effective_date", "eff_date", "termination_date", "term_date"),
                Map.of(
                        "gender", Map.of("M", "M", "F", "F", "U", "U"),
                        "relationship", Map.of("18", "SELF", "01", "SPOUSE", "19", "CHILD")),
                "subscriber_id member_id ssn last_name first_name birth_date gender relationship zip group_id plan_code"
                        + " coverage_type effective_date termination_date death_date disabled",
                Map.of("line_of_business", "COM"));
        return new FileLayout("eligibility", pipes(), List.of(header("ELG-1.0"), detail, trailer()));
    }

    public static FileLayout medical() {
        RecordLayout claim = detail(
                "CH",
                BookTable.MEDICAL_CLAIM,
                "record_type claim_id claim_version adj_type frequency_code original_claim_id claim_status claim_type"
                        + " member_id billing_npi from_date thru_date received_date adjudicated_date paid_date billed"
                        + " allowed paid deductible copay coinsurance cob_paid",
                Map.of("adjustment_type", "adj_type"),
                Map.of(),
                "claim_id claim_version adjustment_type frequency_code original_claim_id claim_status claim_type"
                        + " member_id billing_npi from_date thru_date received_date adjudicated_date paid_date billed"
                        + " allowed paid deductible copay coinsurance cob_paid",
                Map.of());
        RecordLayout line = detail(
                "CL",
                BookTable.CLAIM_LINE,
                "record_type claim_id claim_version line_no line_status from_date thru_date units billed allowed paid",
                Map.of("line_number", "line_no"),
                Map.of(),
                "claim_id claim_version line_number line_status from_date thru_date units billed allowed paid",
                Map.of());
        return new FileLayout("medical", pipes(), List.of(header("MCL-1.0"), claim, line, trailer()));
    }

    public static FileLayout pharmacy() {
        RecordLayout detail = detail(
                "RX",
                BookTable.PHARMACY_CLAIM,
                "record_type claim_id txn_code txn_status original_claim_id member_id pharmacy_id prescriber_id rx_number"
                        + " fill_number date_of_service adjudicated_date ndc quantity days_supply daw ingredient_cost"
                        + " disp_fee patient_pay copay plan_paid",
                Map.of(
                        "transaction_code", "txn_code",
                        "transaction_status", "txn_status",
                        "prescription_number", "rx_number",
                        "service_date", "date_of_service",
                        "dispense_as_written", "daw",
                        "dispensing_fee", "disp_fee"),
                Map.of(),
                "claim_id transaction_code transaction_status original_claim_id member_id pharmacy_id prescriber_id"
                        + " prescription_number fill_number service_date adjudicated_date ndc quantity days_supply"
                        + " dispense_as_written ingredient_cost dispensing_fee patient_pay copay plan_paid",
                Map.of());
        return new FileLayout("pharmacy", pipes(), List.of(header("RXC-1.0"), detail, trailer()));
    }

    /** A plain headed file with amounts in cents. */
    public static FileLayout ledger() {
        Dialect commas = new Dialect(',', '"', StandardCharsets.UTF_8, true, "MM/dd/yyyy", Set.of());
        Map<String, FieldMapping> fields = new HashMap<>();
        Map.of(
                        "claim_id", "ClaimNumber",
                        "claim_version", "Version",
                        "member_id", "Member",
                        "from_date", "ServiceFrom",
                        "adjudicated_date", "Adjudicated")
                .forEach((field, column) -> fields.put(field, field(field, column, 0, Map.of())));
        fields.put("adjustment_type", field("adjustment_type", "Action", 0, Map.of("O", "ORIGINAL", "R", "REVERSAL")));
        fields.put("claim_type", field("claim_type", "Type", 0, Map.of("P", "PROF", "I", "INST")));
        fields.put("claim_status", field("claim_status", "Status", 0, Map.of("01", "PAID", "02", "DENIED")));
        fields.put("paid", field("paid", "PlanPaid", 2, Map.of()));
        RecordLayout detail = new RecordLayout(null, Purpose.DETAIL, BookTable.MEDICAL_CLAIM, List.of(), fields);
        return new FileLayout("ledger", commas, List.of(detail));
    }

    private static RecordLayout header(String version) {
        Map<String, FieldMapping> fields = new HashMap<>();
        Map<String, String> named =
                Map.of("created_at", "created", "sequence_number", "sequence_no", "environment", "env");
        for (String field : ("file_id sender_id receiver_id file_type mode submission_type period_from period_to"
                        + " created_at sequence_number environment replaces_file_id as_of_date")
                .split(" ")) {
            fields.put(field, field(field, named.getOrDefault(field, field), 0, Map.of()));
        }
        fields.put("layout_version", field("layout_version", "layout_version", 0, Map.of(version, version)));
        return new RecordLayout("HD", Purpose.HEADER, null, List.of(HD.split(" ")), fields);
    }

    private static RecordLayout trailer() {
        Map<String, FieldMapping> fields = new HashMap<>();
        Map<String, String> named =
                Map.of("detail_count", "detail_record_count", "member_count", "distinct_member_count");
        for (String field : ("file_id detail_count member_count total_billed total_allowed total_paid total_member_cost"
                        + " reversal_count reversal_paid hash_total line_count")
                .split(" ")) {
            fields.put(field, field(field, named.getOrDefault(field, field), 0, Map.of()));
        }
        return new RecordLayout("TR", Purpose.TRAILER, null, List.of(TR.split(" ")), fields);
    }

    private static RecordLayout detail(
            String type,
            BookTable table,
            String columns,
            Map<String, String> named,
            Map<String, Map<String, String>> codes,
            String fields,
            Map<String, String> constants) {
        Map<String, FieldMapping> mappings = new HashMap<>();
        for (String field : fields.split(" ")) {
            String column = named.getOrDefault(field, field);
            mappings.put(field, field(field, column, 0, codes.getOrDefault(field, Map.of())));
        }
        constants.forEach(
                (field, text) -> mappings.put(field, new FieldMapping(field, null, text, null, 0, Map.of(), false)));
        return new RecordLayout(type, Purpose.DETAIL, table, List.of(columns.split(" ")), mappings);
    }

    public static FieldMapping field(
            String field, @Nullable String column, int impliedDecimals, Map<String, String> codes) {
        return new FieldMapping(field, column, null, null, impliedDecimals, codes, false);
    }
}
