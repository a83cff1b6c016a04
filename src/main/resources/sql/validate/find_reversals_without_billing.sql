-- P-307. One row a reversal (B2) whose billing (B1) is neither in the file, rejected rows included, nor in the books.
-- Pairing: by the original claim id when the reversal names it, else by pharmacy, prescription, service date and, when
-- it is given, fill number.
with billings as (
    select claim_id, pharmacy_id, prescription_number, fill_number, service_date
    from staged_pharmacy_claim
    where transaction_code = 'B1'
    union all
    select claim_id, pharmacy_id, prescription_number, fill_number, service_date
    from pharmacy_claim
    where transaction_code = 'B1' and partner_id = :partner
),
reversals as (
    select row_number, claim_id, original_claim_id, pharmacy_id, prescription_number, fill_number, service_date
    from staged_pharmacy_claim
    where transaction_code = 'B2'
),
unpaired as (
    select r.row_number, r.claim_id
    from reversals r
    where r.original_claim_id is not null
        and not exists (select 1 from billings b where b.claim_id = r.original_claim_id)
        and not exists (select 1 from rejected_text t where t.text = r.original_claim_id)
    union all
    select r.row_number, r.claim_id
    from reversals r
    where r.original_claim_id is null
        and not exists (
            select 1
            from billings b
            where b.pharmacy_id = r.pharmacy_id
                and b.prescription_number = r.prescription_number
                and b.service_date = r.service_date
                and (r.fill_number is null or b.fill_number = r.fill_number)
        )
        and not exists (select 1 from rejected_text t where t.text = r.prescription_number)
)
select
    'pharmacy_claim' as table_name,
    row_number,
    'original_claim_id' as field,
    claim_id as record_key,
    null::bigint as against_row
from unpaired
order by row_number
