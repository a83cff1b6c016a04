-- One row an approved prescription transaction; one that came in two files counts once.
create or replace temp table pharmacy_transaction as
select
    claim_id,
    transaction_code,
    original_claim_id,
    member_id,
    pharmacy_id,
    prescription_number,
    fill_number,
    service_date,
    adjudicated_date,
    strftime(service_date, '%Y-%m') as month,
    ndc,
    brand_generic,
    channel,
    days_supply,
    coalesce(compound, false) as is_compound,
    coalesce(over_the_counter, false) as is_over_the_counter,
    coalesce(ingredient_cost_cents, 0) + coalesce(dispensing_fee_cents, 0) + coalesce(sales_tax_cents, 0)
        as gross_cents,
    plan_paid_cents
from pharmacy_claim
where feed_id = :pharmacy_feed and transaction_status <> 'R'
qualify row_number() over (
    partition by claim_id, transaction_code
    order by adjudicated_date, load_id, row_number
) = 1
