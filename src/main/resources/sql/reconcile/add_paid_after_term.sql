-- One row a retroactive termination: plan paid for service after its last covered day on which the newest file covers
-- nothing of the kind, net of reversals. A claim that came in two files counts once.
create or replace temp table paid_after_term as
with medical as (
    select claim_id, member_id, from_date as service_date, paid_cents
    from medical_claim
    where feed_id = :medical_feed
    qualify row_number() over (
        partition by claim_id, case adjustment_type when 'ORIGINAL' then -1 else claim_version end
        order by claim_version, adjudicated_date, load_id, row_number
    ) = 1
),
pharmacy as (
    select claim_id, member_id, service_date, plan_paid_cents as paid_cents
    from pharmacy_claim
    where feed_id = :pharmacy_feed and transaction_status <> 'R'
    qualify row_number() over (
        partition by claim_id, transaction_code
        order by adjudicated_date, load_id, row_number
    ) = 1
),
claim as (
    select 'MED' as coverage_type, member_id, service_date, paid_cents from medical
    union all
    select 'RX', member_id, service_date, paid_cents from pharmacy
),
uncovered as (
    select termination.member_id, termination.coverage_type, claim.paid_cents
    from retroactive_termination as termination
    join claim
        on claim.member_id = termination.member_id
        and claim.coverage_type = termination.coverage_type
        and claim.service_date > termination.last_day
    anti join (
        select member_id, coverage_type, effective_date, coalesce(termination_date, date '9999-12-31') as last_day
        from coverage_span
        where load_id = :newest_load
    ) as span
        on span.member_id = claim.member_id
        and span.coverage_type = claim.coverage_type
        and span.effective_date <= claim.service_date
        and span.last_day >= claim.service_date
)
select
    termination.member_id,
    termination.coverage_type,
    termination.last_day,
    termination.is_rescission,
    coalesce(paid.paid_cents, 0) as paid_cents
from retroactive_termination as termination
left join (
    select member_id, coverage_type, cast(sum(paid_cents) as bigint) as paid_cents
    from uncovered
    group by member_id, coverage_type
) as paid
    on paid.member_id = termination.member_id and paid.coverage_type = termination.coverage_type
