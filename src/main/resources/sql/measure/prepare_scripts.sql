-- One row a script that no reversal cancelled: pairs by the claim id that a reversal names, then by pharmacy,
-- prescription, fill and date of service, the first billing with the first reversal; a reversal without a fill number
-- pairs on the other three.
create or replace temp table script as
with bill as (
    select claim_id, pharmacy_id, prescription_number, fill_number, service_date, adjudicated_date
    from pharmacy_transaction
    where transaction_code = 'B1'
),
reversal as (
    select claim_id, original_claim_id, pharmacy_id, prescription_number, fill_number, service_date, adjudicated_date
    from pharmacy_transaction
    where transaction_code = 'B2'
),
named_pair as (
    select bill.claim_id as bill_id, reversal.claim_id as reversal_id
    from reversal
    join bill on bill.claim_id = reversal.original_claim_id
),
nameless_reversal as (
    select reversal.claim_id, pharmacy_id, prescription_number, fill_number, service_date, adjudicated_date
    from reversal
    anti join named_pair on named_pair.reversal_id = reversal.claim_id
),
open_bill as (
    select bill.claim_id, pharmacy_id, prescription_number, fill_number, service_date, adjudicated_date
    from bill
    anti join named_pair on named_pair.bill_id = bill.claim_id
),
keyed_pair as (
    select numbered_bill.claim_id as bill_id
    from (
        select
            claim_id,
            concat_ws('|', pharmacy_id, prescription_number, coalesce(fill_number, -1), service_date) as fill_key,
            row_number() over (partition by fill_key order by adjudicated_date, claim_id) as turn
        from open_bill
    ) as numbered_bill
    join (
        select
            concat_ws('|', pharmacy_id, prescription_number, fill_number, service_date) as fill_key,
            row_number() over (partition by fill_key order by adjudicated_date, claim_id) as turn
        from nameless_reversal
        where fill_number is not null
    ) as numbered_reversal using (fill_key, turn)
),
fillless_pair as (
    select numbered_bill.claim_id as bill_id
    from (
        select
            claim_id,
            concat_ws('|', pharmacy_id, prescription_number, service_date) as day_key,
            row_number() over (partition by day_key order by adjudicated_date, claim_id) as turn
        from open_bill
        anti join keyed_pair on keyed_pair.bill_id = open_bill.claim_id
    ) as numbered_bill
    join (
        select
            concat_ws('|', pharmacy_id, prescription_number, service_date) as day_key,
            row_number() over (partition by day_key order by adjudicated_date, claim_id) as turn
        from nameless_reversal
        where fill_number is null
    ) as numbered_reversal using (day_key, turn)
),
cancelled as (
    select bill_id from named_pair
    union
    select bill_id from keyed_pair
    union
    select bill_id from fillless_pair
)
select
    month,
    member_id,
    service_date,
    ndc,
    brand_generic,
    channel,
    days_supply,
    is_compound,
    is_over_the_counter,
    gross_cents,
    plan_paid_cents
from pharmacy_transaction
anti join cancelled on cancelled.bill_id = pharmacy_transaction.claim_id
where transaction_code = 'B1'
