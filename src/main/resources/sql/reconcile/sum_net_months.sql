-- One row a service month: what each side paid net of reversals, how much of the difference stands in breaks, and how
-- much is adjudicated after the day to which both ledgers reach.
with booked as (
    select
        service_month,
        sum(plan_paid_cents) filter (where side = 'LEFT') as left_cents,
        sum(plan_paid_cents) filter (where side = 'RIGHT') as right_cents
    from rx_transaction
    group by service_month
),
explained as (
    select
        compared_fill.service_month,
        sum(booked_difference_cents) filter (where broken.entity_key is not null) as in_breaks_cents,
        sum(booked_difference_cents - left_paid_cents + right_paid_cents)
            filter (where broken.entity_key is null) as after_cut_off_cents
    from compared_fill
    left join (select distinct entity_key from difference) as broken on broken.entity_key = compared_fill.fill_key
    group by compared_fill.service_month
)
select
    booked.service_month,
    cast(coalesce(left_cents, 0) as bigint) as left_cents,
    cast(coalesce(right_cents, 0) as bigint) as right_cents,
    cast(coalesce(explained.in_breaks_cents, 0) as bigint) as in_breaks_cents,
    cast(coalesce(explained.after_cut_off_cents, 0) as bigint) as after_cut_off_cents
from booked
left join explained on explained.service_month = booked.service_month
order by booked.service_month
