-- M-228. One row a reversal whose plan paid is not the negated amount of the version that it takes back: the last one
-- before it of the claim that it names, or of its own.
with reversal as (
    select
        row_number,
        claim_id,
        claim_version,
        adjudicated_date,
        paid_cents,
        coalesce(original_claim_id, claim_id) as about
    from staged_medical_claim
    where adjustment_type = 'REVERSAL'
),
statement as (
    select claim_id, claim_version, adjudicated_date, paid_cents
    from staged_medical_claim
    where adjustment_type <> 'REVERSAL'
    union all
    select claim_id, claim_version, adjudicated_date, paid_cents
    from medical_claim
    where adjustment_type <> 'REVERSAL' and partner_id = :partner
),
reversed as (
    select
        reversal.row_number,
        reversal.claim_id,
        reversal.paid_cents,
        arg_max(statement.paid_cents, (statement.claim_version, statement.adjudicated_date)) as paid_before
    from reversal
    join statement
        on statement.claim_id = reversal.about
        and (statement.claim_id <> reversal.claim_id or statement.claim_version < reversal.claim_version)
        and statement.adjudicated_date <= reversal.adjudicated_date
    group by reversal.row_number, reversal.claim_id, reversal.paid_cents
)
select
    'medical_claim' as table_name,
    row_number,
    'paid_cents' as field,
    claim_id as record_key,
    null::bigint as against_row
from reversed
where abs(paid_cents + paid_before) > 1
order by row_number
