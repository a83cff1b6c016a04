-- One row a claim and attribute on which the ledgers differ. Money is dollars; the impact is what the two sides differ
-- in plan paid, and where they agree on that, in allowed. A differing status explains differing amounts, so it stands
-- alone.
create or replace temp table difference as
with presence as (
    select
        claim_id,
        'PRESENCE' as attribute,
        case when is_timing then 'TIMING' when has_left then 'ONE_SIDED_LEFT' else 'ONE_SIDED_RIGHT' end as category,
        cast(cast(left_paid_cents as decimal(18, 0)) * 0.01 as varchar) as left_value,
        cast(cast(right_paid_cents as decimal(18, 0)) * 0.01 as varchar) as right_value,
        abs(coalesce(left_paid_cents, right_paid_cents)) as impact_cents,
        service_month
    from compared_claim
    where has_left <> has_right
),
status as (
    select
        claim_id,
        'STATUS' as attribute,
        'STATUS_DIFF' as category,
        left_status as left_value,
        right_status as right_value,
        abs(left_paid_cents - right_paid_cents) as impact_cents,
        service_month
    from compared_claim
    where status_differs
),
paid as (
    select
        claim_id,
        'PAID' as attribute,
        'AMOUNT_DIFF' as category,
        cast(cast(left_paid_cents as decimal(18, 0)) * 0.01 as varchar) as left_value,
        cast(cast(right_paid_cents as decimal(18, 0)) * 0.01 as varchar) as right_value,
        abs(left_paid_cents - right_paid_cents) as impact_cents,
        service_month
    from compared_claim
    where paid_differs and not status_differs
),
allowed as (
    select
        claim_id,
        'ALLOWED' as attribute,
        'AMOUNT_DIFF' as category,
        cast(cast(left_allowed_cents as decimal(18, 0)) * 0.01 as varchar) as left_value,
        cast(cast(right_allowed_cents as decimal(18, 0)) * 0.01 as varchar) as right_value,
        case when paid_differs then 0 else abs(left_allowed_cents - right_allowed_cents) end as impact_cents,
        service_month
    from compared_claim
    where allowed_differs and not status_differs
),
duplicate as (
    select
        claim_id,
        'DUPLICATE' as attribute,
        case when left_surplus > 0 then 'DUPLICATE_LEFT' else 'DUPLICATE_RIGHT' end as category,
        cast(cast(has_left as integer) + left_surplus as varchar) as left_value,
        cast(cast(has_right as integer) + right_surplus as varchar) as right_value,
        surplus_paid_cents as impact_cents,
        service_month
    from compared_claim
    where left_surplus + right_surplus > 0
),
every_difference as (
    select claim_id, attribute, category, left_value, right_value, impact_cents, service_month from presence
    union all
    select claim_id, attribute, category, left_value, right_value, impact_cents, service_month from status
    union all
    select claim_id, attribute, category, left_value, right_value, impact_cents, service_month from paid
    union all
    select claim_id, attribute, category, left_value, right_value, impact_cents, service_month from allowed
    union all
    select claim_id, attribute, category, left_value, right_value, impact_cents, service_month from duplicate
)
select
    'R5' as reconciliation,
    claim_id as entity_key,
    attribute,
    category,
    left_value,
    right_value,
    cast(impact_cents as bigint) as impact_cents,
    cast(null as varchar) as cause,
    service_month
from every_difference
