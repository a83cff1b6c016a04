package counterpart.sample;

import java.util.List;

/** The columns of the administrator's detail records, by name. */
enum Columns {
    DT("record_type maint_type maint_reason subscriber_id member_id person_code ssn employee_id last_name first_name"
            + " middle suffix birth_date gender relationship address1 address2 city state zip phone email group_id"
            + " division plan_code coverage_type coverage_tier eff_date term_date benefit_status cobra_flag pcp_npi"
            + " cob_indicator medicare_id premium_amt death_date disabled lob"),
    CH("record_type claim_id claim_version adj_type frequency_code original_claim_id claim_status claim_type"
            + " subscriber_id member_id person_code group_id plan_code lob billing_npi billing_tin rendering_npi"
            + " facility_npi bill_type pos network_flag capitated_flag from_date thru_date admit_date"
            + " discharge_date discharge_status drg dx_principal received_date adjudicated_date paid_date"
            + " check_eft_no patient_control_no billed allowed paid deductible copay coinsurance cob_paid"
            + " noncovered interest clean_claim_flag carc_list"),
    CL("record_type claim_id claim_version line_no line_status from_date thru_date revenue_code proc_code mod1 units"
            + " pos billed allowed paid deductible copay coinsurance cob_paid noncovered carc_list"),
    RX("record_type claim_id txn_code txn_status original_claim_id member_id person_code group_id plan_code lob"
            + " pharmacy_id prescriber_id rx_number fill_number date_of_service adjudicated_date paid_date ndc"
            + " drug_name brand_generic otc_flag channel quantity days_supply compound daw ingredient_cost disp_fee"
            + " sales_tax incentive other_paid patient_pay deductible copay coinsurance other_payer_amt plan_paid");

    private final List<String> names;

    Columns(String names) {
        this.names = List.of(names.split(" "));
    }

    List<String> names() {
        return names;
    }

    int of(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(name() + " has no column " + name);
        }
        return index;
    }

    String get(String row, String name) {
        int start = 0;
        for (int column = of(name); column > 0; column--) {
            start = row.indexOf('|', start) + 1;
        }
        int end = row.indexOf('|', start);
        return end < 0 ? row.substring(start) : row.substring(start, end);
    }

    /** The row with another value in a column. */
    String with(String row, String name, String value) {
        String[] fields = row.split("\\|", -1);
        if (fields.length != names.size()) {
            throw new IllegalStateException(name() + " has " + names.size() + " columns, the row " + fields.length);
        }
        fields[of(name)] = value;
        return String.join("|", fields);
    }
}
