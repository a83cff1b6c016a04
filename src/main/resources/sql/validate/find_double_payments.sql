-- M-229. One row a paid original claim with a service that another paid original claim has too: same member, billing
-- provider, first day, procedure, modifier, units and charge. A claim that was reversed was not paid twice.
with staged_service as (
    select
        c.row_number,
        c.claim_id,
        c.member_id,
        c.billing_npi,
        l.from_date,
        l.procedure_code,
        l.modifier,
        l.units,
        l.billed_cents
    from staged_medical_claim c
    join staged_claim_line l on l.claim_id = c.claim_id and l.claim_version = c.claim_version
    where c.adjustment_type = 'ORIGINAL'
        and c.claim_status = 'PAID'
        and c.paid_cents > 0
        and l.paid_cents > 0
        and c.billing_npi is not null
        and l.procedure_code is not null
),
paid_before as (
    select
        null::bigint as row_number,
        c.claim_id,
        c.member_id,
        c.billing_npi,
        l.from_date,
        l.procedure_code,
        l.modifier,
        l.units,
        l.billed_cents
    from medical_claim c
    join claim_line l
        on l.load_id = c.load_id and l.claim_id = c.claim_id and l.claim_version = c.claim_version
    where c.partner_id = :partner
        and c.adjustment_type = 'ORIGINAL'
        and c.claim_status = 'PAID'
        and c.paid_cents > 0
        and l.paid_cents > 0
        and l.from_date between
            (select min(from_date) from staged_service) and (select max(from_date) from staged_service)
    union all
    select row_number, claim_id, member_id, billing_npi, from_date, procedure_code, modifier, units, billed_cents
    from staged_service
),
reversed as (
    select coalesce(original_claim_id, claim_id) as claim_id
    from staged_medical_claim
    where adjustment_type = 'REVERSAL'
    union
    select coalesce(original_claim_id, claim_id)
    from medical_claim
    where partner_id = :partner and adjustment_type = 'REVERSAL'
)
select
    'medical_claim' as table_name,
    s.row_number,
    'claim_id' as field,
    min(s.claim_id) as record_key,
    min(o.row_number) as against_row
from staged_service s
join paid_before o
    on o.member_id = s.member_id
    and o.billing_npi = s.billing_npi
    and o.from_date = s.from_date
    and o.procedure_code = s.procedure_code
    and o.billed_cents = s.billed_cents
    and o.modifier is not distinct from s.modifier
    and o.units is not distinct from s.units
where o.claim_id <> s.claim_id
    and (o.row_number is null or o.row_number < s.row_number)
    and not exists (select 1 from reversed r where r.claim_id = s.claim_id)
    and not exists (select 1 from reversed r where r.claim_id = o.claim_id)
group by s.row_number
order by s.row_number
