-- One row a claim family of either ledger, with the one outcome that it counts under. A claim that only one side has is
-- a matter of timing while no file of the other side covers the day of its first adjudication, but for no more than
-- the agreed days.
create or replace temp table compared_claim as
with left_claim as (
    select
        claim_id,
        service_month,
        first_adjudicated_date,
        surplus,
        surplus_paid_cents,
        paid_cents,
        allowed_cents,
        claim_status,
        has_common,
        common_paid_cents,
        common_allowed_cents,
        common_claim_status
    from aligned_claim
    where side = 'LEFT'
),
right_claim as (
    select
        claim_id,
        service_month,
        first_adjudicated_date,
        surplus,
        surplus_paid_cents,
        paid_cents,
        allowed_cents,
        claim_status,
        has_common,
        common_paid_cents,
        common_allowed_cents,
        common_claim_status
    from aligned_claim
    where side = 'RIGHT'
),
joined as (
    select
        coalesce(l.claim_id, r.claim_id) as claim_id,
        coalesce(l.service_month, r.service_month) as service_month,
        l.claim_id is not null as has_left,
        r.claim_id is not null as has_right,
        coalesce(l.has_common and r.has_common, false) as is_common,
        coalesce(l.first_adjudicated_date, r.first_adjudicated_date) as adjudicated_date,
        coalesce(l.surplus, 0) as left_surplus,
        coalesce(r.surplus, 0) as right_surplus,
        abs(coalesce(l.surplus_paid_cents, 0)) + abs(coalesce(r.surplus_paid_cents, 0)) as surplus_paid_cents,
        case when is_common then l.common_paid_cents else l.paid_cents end as left_paid_cents,
        case when is_common then r.common_paid_cents else r.paid_cents end as right_paid_cents,
        case when is_common then l.common_allowed_cents else l.allowed_cents end as left_allowed_cents,
        case when is_common then r.common_allowed_cents else r.allowed_cents end as right_allowed_cents,
        case when is_common then l.common_claim_status else l.claim_status end as left_status,
        case when is_common then r.common_claim_status else r.claim_status end as right_status
    from left_claim as l
    full join right_claim as r on r.claim_id = l.claim_id
),
reach as (
    select feed_id, coalesce(period_from, date '0001-01-01') as first_day, coalesce(period_to, as_of_date) as last_day
    from active_load
    where feed_id in (:left_feed, :right_feed)
),
uncovered as (
    select claim_id
    from joined
    where has_left <> has_right
        and date_diff('day', adjudicated_date, cast(:as_of as date)) <= :timing_days
        and not exists (
            select 1
            from reach
            where reach.feed_id = case when joined.has_left then :right_feed else :left_feed end
                and joined.adjudicated_date between reach.first_day and reach.last_day
        )
),
judged as (
    select
        joined.claim_id,
        service_month,
        adjudicated_date,
        has_left,
        has_right,
        left_surplus,
        right_surplus,
        surplus_paid_cents,
        left_paid_cents,
        right_paid_cents,
        left_allowed_cents,
        right_allowed_cents,
        left_status,
        right_status,
        uncovered.claim_id is not null as is_timing,
        has_left and has_right and left_status <> right_status as status_differs,
        has_left and has_right
            and abs(left_paid_cents - right_paid_cents) > :tolerance_cents as paid_differs,
        has_left and has_right
            and coalesce(abs(left_allowed_cents - right_allowed_cents) > :tolerance_cents, false) as allowed_differs
    from joined
    left join uncovered on uncovered.claim_id = joined.claim_id
)
select
    claim_id,
    service_month,
    adjudicated_date,
    has_left,
    has_right,
    left_surplus,
    right_surplus,
    surplus_paid_cents,
    left_paid_cents,
    right_paid_cents,
    left_allowed_cents,
    right_allowed_cents,
    left_status,
    right_status,
    is_timing,
    status_differs,
    paid_differs,
    allowed_differs,
    case
        when left_surplus + right_surplus > 0 then 'DUPLICATE'
        when not has_right then 'ONLY_LEFT'
        when not has_left then 'ONLY_RIGHT'
        when status_differs or paid_differs or allowed_differs then 'DIFFERENT'
        else 'MATCHED'
    end as outcome
from judged
