-- One row a fill and attribute on which the pharmacy ledgers differ. Money is dollars; the impact is the plan paid at
-- stake. A reversal that waits for its billing is a matter of timing for the agreed days, then an orphan.
create or replace temp table difference as
with found as (
    select
        fill_key,
        'PRESENCE' as attribute,
        case when is_timing then 'TIMING' when has_left then 'ONE_SIDED_LEFT' else 'ONE_SIDED_RIGHT' end as category,
        case when has_left then cast(cast(left_paid_cents as decimal(18, 0)) * 0.01 as varchar) end as left_value,
        case when has_right then cast(cast(right_paid_cents as decimal(18, 0)) * 0.01 as varchar) end as right_value,
        abs(case when has_left then left_paid_cents else right_paid_cents end) as impact_cents,
        service_month,
        coalesce(left_claim_id, right_claim_id) as claim_id
    from compared_fill
    where is_one_sided
    union all
    select
        fill_key,
        'STATUS',
        'STATUS_DIFF',
        case when left_stands > 0 then 'PAID' else 'REVERSED' end,
        case when right_stands > 0 then 'PAID' else 'REVERSED' end,
        abs(left_paid_cents - right_paid_cents),
        service_month,
        left_claim_id
    from compared_fill
    where status_differs
    union all
    select
        fill_key,
        'PAID',
        'AMOUNT_DIFF',
        cast(cast(left_paid_cents as decimal(18, 0)) * 0.01 as varchar),
        cast(cast(right_paid_cents as decimal(18, 0)) * 0.01 as varchar),
        abs(left_paid_cents - right_paid_cents),
        service_month,
        left_claim_id
    from compared_fill
    where paid_differs and not status_differs
    union all
    select
        fill_key,
        'REVERSAL',
        case
            when date_diff('day', waiting_since, cast(:as_of as date)) <= :carry_days then 'TIMING'
            else 'ORPHAN_REVERSAL'
        end,
        cast(nullif(left_waiting, 0) as varchar),
        cast(nullif(right_waiting, 0) as varchar),
        waiting_cents,
        service_month,
        coalesce(left_claim_id, right_claim_id)
    from compared_fill
    where waits
    union all
    select
        fill_key,
        'DOUBLE_REVERSAL',
        case when left_twice > 0 then 'DOUBLE_REVERSAL_LEFT' else 'DOUBLE_REVERSAL_RIGHT' end,
        cast(left_reversals as varchar),
        cast(right_reversals as varchar),
        twice_cents,
        service_month,
        coalesce(left_claim_id, right_claim_id)
    from compared_fill
    where left_twice + right_twice > 0
    union all
    select
        fill_key,
        'DUPLICATE',
        case when left_repeated > 0 then 'DUPLICATE_LEFT' else 'DUPLICATE_RIGHT' end,
        cast(coalesce(left_stands, 0) + left_repeated as varchar),
        cast(coalesce(right_stands, 0) + right_repeated as varchar),
        repeated_cents,
        service_month,
        coalesce(left_claim_id, right_claim_id)
    from compared_fill
    where left_repeated + right_repeated > 0
)
select
    'R6' as reconciliation,
    fill_key as entity_key,
    attribute,
    category,
    left_value,
    right_value,
    cast(impact_cents as bigint) as impact_cents,
    cast(null as varchar) as cause,
    service_month,
    claim_id
from found
