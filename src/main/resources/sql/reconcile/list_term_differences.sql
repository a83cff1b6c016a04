-- One row a member whose coverage was ended in hindsight and for whom more was paid after the end than taken back. The
-- member is known to the side whose eligibility it is.
create or replace temp table difference as
with member as (
    select
        member_id,
        string_agg(coverage_type || ' ' || cast(last_day as varchar), ', ' order by coverage_type) as last_days,
        bool_and(is_rescission) as is_rescission,
        cast(sum(paid_cents) as bigint) as paid_cents
    from paid_after_term
    group by member_id
)
select
    'R3' as reconciliation,
    cast(:coverage_partner as varchar) || '/' || member_id as entity_key,
    'PAID_AFTER_TERM' as attribute,
    case when is_rescission then 'RESCISSION' else 'RETRO_TERM' end as category,
    case when :is_left then last_days end as left_value,
    case when :is_left then null else last_days end as right_value,
    paid_cents as impact_cents,
    cast(null as varchar) as cause,
    cast(null as varchar) as service_month
from member
where paid_cents > 0
