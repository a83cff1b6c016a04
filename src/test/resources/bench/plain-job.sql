create cached table coverage_span (
    row_number bigint primary key, member_id varchar(40), subscriber_id varchar(40), person_code varchar(10),
    relationship varchar(10), last_name varchar(60), first_name varchar(60), birth_date date, gender varchar(1),
    ssn varchar(11), state varchar(2), zip varchar(10), group_id varchar(20), plan_code varchar(20),
    coverage_type varchar(4), coverage_tier varchar(10), line_of_business varchar(10), effective_date date,
    termination_date date, death_date date, disabled boolean, maintenance_type varchar(10), pcp_npi varchar(10));

create index coverage_by_member on coverage_span (member_id);

create cached table pharmacy_claim (
    row_number bigint primary key, claim_id varchar(40), transaction_code varchar(2), transaction_status varchar(2),
    original_claim_id varchar(40), member_id varchar(40), person_code varchar(10), group_id varchar(20),
    plan_code varchar(20), line_of_business varchar(10), pharmacy_id varchar(10), prescriber_id varchar(10),
    prescription_number varchar(20), fill_number integer, service_date date, adjudicated_date date, paid_date date,
    ndc varchar(11), drug_name varchar(60), brand_generic varchar(1), over_the_counter boolean, channel varchar(20),
    quantity double, days_supply integer, compound boolean, dispense_as_written varchar(1),
    ingredient_cost_cents bigint, dispensing_fee_cents bigint, sales_tax_cents bigint, incentive_cents bigint,
    other_paid_cents bigint, patient_pay_cents bigint, deductible_cents bigint, copay_cents bigint,
    coinsurance_cents bigint, other_payer_cents bigint, plan_paid_cents bigint);

create index pharmacy_by_claim on pharmacy_claim (claim_id);
