package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.BookRow;
import counterpart.model.ClaimLine;
import counterpart.model.CoverageSpan;
import counterpart.model.MedicalClaim;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges of rules that have more than the two that their examples show. */
class RuleEdgesTest {
    private static final LocalDate TODAY = ExampleRow.TODAY;

    @ParameterizedTest
    @CsvSource({
        "021, 2026-08-06, , false",
        "021, 2026-08-05, , true",
        "024, 2025-01-01, 2026-08-06, false",
        "024, 2025-01-01, 2026-08-05, true",
        "001, 2025-01-01, 2026-08-05, false",
        ", 2025-01-01, 2026-08-05, false"
    })
    void an_addition_or_termination_may_reach_back_sixty_days(
            @Nullable String type, LocalDate from, @Nullable LocalDate to, boolean broken) {
        CoverageSpan row =
                ExampleRow.coverage("maintenance_type", type, "effective_date", from, "termination_date", to);
        assertThat(new E108RetroactiveChange().isBrokenBy(row, TODAY)).isEqualTo(broken);
    }

    /** Of a charge of $150.00 and a payment of $80.00. */
    @ParameterizedTest
    @CsvSource({
        "CO:45:50.00^PR:1:20.00, 0, false",
        "CO:45:50.00^PR:1:19.99, 0, false", // a cent is tolerated
        "CO:45:50.00^PR:1:19.98, 0, true",
        "CO:45:50.00^PR:1:15.00^OA:23:5.00, 500, false", // the other payer is among the reasons
        "CO:45:50.00^PR:1:15.00, 500, false", // or stands apart
        "CO:45:80.00^CO:97:-10.00, 0, false",
        "CO:45, 0, false", // a reason without an amount explains nothing and contradicts nothing
        "CO:45:fifty, 0, false", // M-223 tells
        ", 0, false"
    })
    void the_reasons_explain_what_was_not_paid(@Nullable String reasons, long otherPayer, boolean broken) {
        MedicalClaim row = ExampleRow.claim(
                "billed", 15_000L, "paid", 8_000L, "cob_paid", otherPayer, "adjustment_reasons", reasons);
        assertThat(new M222AdjustmentBalance().isBrokenBy(row, TODAY)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "INST, 0131, , false",
        "INST, 131, , false",
        "INST, , , true",
        "INST, 0901, , true",
        "INST, 01311, , true",
        "PROF, , 11, false",
        "PROF, , , false",
        "PROF, 0131, 11, false",
        "PROF, 0131, , true"
    })
    void a_bill_type_belongs_to_institutional_claims(
            String kind, @Nullable String bill, @Nullable String place, boolean broken) {
        MedicalClaim row = ExampleRow.claim("claim_type", kind, "bill_type", bill, "place_of_service", place);
        assertThat(new M211BillTypeOrPlace().isBrokenBy(row, TODAY)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"0111, true", "111, true", "0121, false", "0181, true", "0211, true", "0411, true", "0131, false"})
    void a_stay_needs_its_dates_and_twelve_x_is_no_stay(String bill, boolean broken) {
        MedicalClaim row = ExampleRow.claim("claim_type", "INST", "bill_type", bill);
        assertThat(new M217StayWithoutDates().isBrokenBy(row, TODAY)).isEqualTo(broken);
        assertThat(new M218StayWithoutDrg().isBrokenBy(row, TODAY)).isEqualTo(bill.endsWith("111"));
    }

    @ParameterizedTest
    @CsvSource({
        "E119, false",
        "Z0000, false",
        "U071, false",
        "C7A00, false",
        "S93401A, false",
        "E11.9, true",
        "e119, true",
        "E1, true",
        "119E, true",
        "S93401AX, true"
    })
    void a_diagnosis_is_an_icd_10_code_without_its_dot(String code, boolean broken) {
        assertThat(new M209Diagnosis().isBrokenBy(ExampleRow.claim("principal_diagnosis", code), TODAY))
                .isEqualTo(broken);
    }

    @Test
    void a_diagnosis_may_be_missing_on_what_was_not_paid() {
        MedicalClaim denied =
                ExampleRow.claim("principal_diagnosis", null, "claim_status", "DENIED", "paid", 0L, "copay", 0L);
        assertThat(new M209Diagnosis().isBrokenBy(denied, TODAY)).isFalse();
        assertThat(new M209Diagnosis().isBrokenBy(ExampleRow.claim("principal_diagnosis", null), TODAY))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CO:45:100.00, false", "CO:45:-0.02^PR:1:5^OA:23:7.5, false", "PI:B7, false", "CO:45:100.00^, true",
        "CR:45:100.00, true", "CO:1234:1.00, true", "CO:45:1.005, true", "45, true"
    })
    void adjustment_reasons_have_group_code_and_amount(String reasons, boolean broken) {
        assertThat(new M223AdjustmentReasons().isBrokenBy(ExampleRow.claim("adjustment_reasons", reasons), TODAY))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "99213, false",
        "0001U, false",
        "4004F, false",
        "G0463, false",
        "D0120, false",
        "9921, true",
        "Z9999, true",
        "992133, true",
        "g0463, true"
    })
    void a_procedure_has_the_form_of_its_code_set(String code, boolean broken) {
        ClaimLine row = ExampleRow.line("procedure_code", code);
        assertThat(new M215ProcedureCode().isBrokenBy(row, TODAY)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "RETAIL30, 100, 30, false",
        "RETAIL30, 101, 30, true",
        "MAIL, 101, 30, false",
        ", 180, 30, false",
        "MAIL, 1, 50, false",
        "MAIL, 1, 50.001, true"
    })
    void a_supply_has_an_upper_end(@Nullable String channel, int days, double quantity, boolean broken) {
        PharmacyClaim row = ExampleRow.prescription("channel", channel, "days_supply", days, "quantity", quantity);
        assertThat(new P304SupplyOutOfRange().isBrokenBy(row, TODAY)).isEqualTo(broken);
    }

    @Test
    void allowed_may_exceed_billed_where_a_group_price_was_paid_and_on_a_reversal() {
        Rule<MedicalClaim> rule = new M220AllowedAboveBilled();
        assertThat(rule.isBrokenBy(ExampleRow.claim("allowed", 20_000L), TODAY)).isTrue();
        assertThat(rule.isBrokenBy(ExampleRow.claim("allowed", 20_000L, "drg", "470"), TODAY))
                .isFalse();
        assertThat(rule.isBrokenBy(
                        ExampleRow.claim("adjustment_type", "REVERSAL", "allowed", -1L, "billed", -2_000L), TODAY))
                .isFalse();
    }

    @Test
    void only_paid_originals_are_told_as_filed_late() {
        LocalDate late = LocalDate.of(2027, 9, 2);
        Rule<MedicalClaim> rule = new M231LateFiling();
        assertThat(rule.isBrokenBy(ExampleRow.claim("received_date", late), TODAY))
                .isTrue();
        assertThat(rule.isBrokenBy(ExampleRow.claim("received_date", late, "claim_status", "DENIED"), TODAY))
                .isFalse();
        assertThat(rule.isBrokenBy(ExampleRow.claim("received_date", late, "adjustment_type", "ADJUSTMENT"), TODAY))
                .isFalse();
        MedicalClaim withoutEnd = ExampleRow.claim("received_date", late, "thru_date", null);
        assertThat(rule.isBrokenBy(withoutEnd, TODAY)).isTrue();
    }

    @Test
    void a_rule_about_a_field_is_asked_only_where_the_layout_maps_it() {
        List<Rule<? extends BookRow>> choosy =
                RulebookTest.rules().filter(rule -> !rule.needs().isEmpty()).toList();
        assertThat(choosy)
                .extracting(rule -> rule.edit().code().value())
                .containsExactlyInAnyOrder("M-209", "M-211", "M-217", "M-218", "M-220", "M-222");
    }
}
