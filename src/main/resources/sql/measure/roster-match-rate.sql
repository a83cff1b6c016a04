-- One row a month: members of either roster without an open break over all but those in TIMING. The report month alone
-- has a value, since the rosters are known as they stand at the last reconciliation.
with judged as (
    select
        entity_key,
        bool_and(category = 'TIMING') as is_timing,
        bool_or(category in ('GHOST', 'ONE_SIDED_RIGHT')) as is_right_only
    from break_ledger
    where partnership_id = :partnership and reconciliation = 'R2' and status = 'OPEN'
    group by entity_key
),
reconciled as (
    select max(coalesce(closed_on, last_seen)) as as_of
    from break_ledger
    where partnership_id = :partnership and reconciliation = 'R2'
),
roster as (
    select count(distinct covered_span.member_id) as members
    from covered_span
    join reconciled on reconciled.as_of between covered_span.effective_date and covered_span.last_covered_day
),
counted as (
    select
        roster.members
            + (select count(*) from judged where is_right_only)
            - (select count(*) from judged where is_timing) as members,
        (select count(*) from judged where not is_timing) as broken
    from roster
    where roster.members > 0
)
select
    report_month.month,
    coalesce(counted.members - counted.broken, 0) as numerator,
    coalesce(counted.members, 0) as denominator
from report_month
left join counted on report_month.first_day = cast(:report_month as date)
