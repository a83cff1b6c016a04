-- One row a fill of either ledger, net of its reversals, with the one outcome that it counts under. What is repeated,
-- reversed twice or waits for its billing is counted beside the net and not in it. A fill that only one side has is a
-- matter of timing while no file of the other side covers the day of its first adjudication, but for no more than the
-- agreed days. A reversal that waits explains whatever else its fill differs in.
create or replace temp table compared_fill as
with fill as (
    select
        side,
        fill_key,
        min(service_month) as service_month,
        arg_min(claim_id, adjudicated_date) as claim_id,
        min(adjudicated_date) filter (where role in ('NETTED', 'STANDING')) as adjudicated_date,
        count(*) filter (where role in ('NETTED', 'STANDING')) as counted,
        count(*) filter (where role in ('NETTED', 'STANDING') and is_common) as common_counted,
        sum(case transaction_code when 'B1' then 1 else -1 end) filter (where role in ('NETTED', 'STANDING')) as stands,
        sum(case transaction_code when 'B1' then 1 else -1 end)
            filter (where role in ('NETTED', 'STANDING') and is_common) as common_stands,
        sum(plan_paid_cents) filter (where role in ('NETTED', 'STANDING')) as paid_cents,
        sum(plan_paid_cents) filter (where role in ('NETTED', 'STANDING') and is_common) as common_paid_cents,
        count(*) filter (where transaction_code = 'B2') as reversals,
        count(*) filter (where role = 'TWICE') as twice,
        count(*) filter (where role = 'REPEATED') as repeated,
        count(*) filter (where role = 'WAITING') as waiting,
        min(adjudicated_date) filter (where role = 'WAITING') as waiting_since,
        abs(coalesce(sum(plan_paid_cents) filter (where role = 'TWICE'), 0)) as twice_cents,
        abs(coalesce(sum(plan_paid_cents) filter (where role = 'REPEATED'), 0)) as repeated_cents,
        abs(coalesce(sum(plan_paid_cents) filter (where role = 'WAITING'), 0)) as waiting_cents,
        sum(plan_paid_cents) as booked_cents
    from rx_transaction
    group by side, fill_key
),
-- Each side has at most one row a fill, so a maximum is its value.
both_sides as (
    select
        fill_key,
        min(service_month) as service_month,
        max(claim_id) filter (where side = 'LEFT') as left_claim_id,
        max(claim_id) filter (where side = 'RIGHT') as right_claim_id,
        coalesce(max(counted) filter (where side = 'LEFT'), 0) > 0 as has_left,
        coalesce(max(counted) filter (where side = 'RIGHT'), 0) > 0 as has_right,
        count(*) filter (where common_counted > 0) = 2 as is_common,
        min(adjudicated_date) as adjudicated_date,
        max(stands) filter (where side = 'LEFT') as left_all_stands,
        max(stands) filter (where side = 'RIGHT') as right_all_stands,
        max(common_stands) filter (where side = 'LEFT') as left_common_stands,
        max(common_stands) filter (where side = 'RIGHT') as right_common_stands,
        max(paid_cents) filter (where side = 'LEFT') as left_all_cents,
        max(paid_cents) filter (where side = 'RIGHT') as right_all_cents,
        max(common_paid_cents) filter (where side = 'LEFT') as left_common_cents,
        max(common_paid_cents) filter (where side = 'RIGHT') as right_common_cents,
        max(reversals) filter (where side = 'LEFT') as left_reversals,
        max(reversals) filter (where side = 'RIGHT') as right_reversals,
        coalesce(max(twice) filter (where side = 'LEFT'), 0) as left_twice,
        coalesce(max(twice) filter (where side = 'RIGHT'), 0) as right_twice,
        coalesce(max(repeated) filter (where side = 'LEFT'), 0) as left_repeated,
        coalesce(max(repeated) filter (where side = 'RIGHT'), 0) as right_repeated,
        coalesce(max(waiting) filter (where side = 'LEFT'), 0) as left_waiting,
        coalesce(max(waiting) filter (where side = 'RIGHT'), 0) as right_waiting,
        min(waiting_since) as waiting_since,
        sum(twice_cents) as twice_cents,
        sum(repeated_cents) as repeated_cents,
        max(waiting_cents) as waiting_cents,
        sum(case side when 'LEFT' then booked_cents else -booked_cents end) as booked_difference_cents
    from fill
    group by fill_key
),
reach as (
    select feed_id, coalesce(period_from, date '0001-01-01') as first_day, coalesce(period_to, as_of_date) as last_day
    from active_load
    where feed_id in (:left_feed, :right_feed)
),
uncovered as (
    select fill_key
    from both_sides
    where has_left <> has_right
        and date_diff('day', adjudicated_date, cast(:as_of as date)) <= :timing_days
        and not exists (
            select 1
            from reach
            where reach.feed_id = case when both_sides.has_left then :right_feed else :left_feed end
                and both_sides.adjudicated_date between reach.first_day and reach.last_day
        )
)
select
    both_sides.fill_key,
    service_month,
    adjudicated_date,
    left_claim_id,
    right_claim_id,
    has_left,
    has_right,
    case when is_common then left_common_stands else left_all_stands end as left_stands,
    case when is_common then right_common_stands else right_all_stands end as right_stands,
    case when is_common then left_common_cents else left_all_cents end as left_paid_cents,
    case when is_common then right_common_cents else right_all_cents end as right_paid_cents,
    left_reversals,
    right_reversals,
    left_twice,
    right_twice,
    left_repeated,
    right_repeated,
    left_waiting,
    right_waiting,
    waiting_since,
    twice_cents,
    repeated_cents,
    waiting_cents,
    booked_difference_cents,
    uncovered.fill_key is not null as is_timing,
    left_waiting + right_waiting > 0 as waits,
    has_left <> has_right and not waits as is_one_sided,
    has_left and has_right and not waits and left_stands <> right_stands as status_differs,
    has_left and has_right and not waits and abs(left_paid_cents - right_paid_cents) > :tolerance_cents as paid_differs,
    case
        when left_twice + right_twice + left_repeated + right_repeated > 0 then 'DUPLICATE'
        when is_one_sided and has_left then 'ONLY_LEFT'
        when is_one_sided then 'ONLY_RIGHT'
        when waits or status_differs or paid_differs then 'DIFFERENT'
        else 'MATCHED'
    end as outcome
from both_sides
left join uncovered on uncovered.fill_key = both_sides.fill_key
