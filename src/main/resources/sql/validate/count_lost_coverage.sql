-- F-021, F-022. One row a group: members covered on the file's day by what we knew, and those of them whom the file
-- leaves out, ends or moves. A member of whom a row was rejected is not left out.
with known as (
    select
        member_id,
        min(group_id) as group_id,
        string_agg(distinct plan_code, ',' order by plan_code) as plans
    from current_coverage
    where effective_date <= cast(:asOf as date)
        and coalesce(termination_date, date '9999-12-31') >= cast(:asOf as date)
    group by member_id
),
said as (
    select
        member_id,
        bool_or(
            effective_date <= cast(:asOf as date)
            and coalesce(termination_date, date '9999-12-31') >= cast(:asOf as date)
        ) as is_covered,
        string_agg(distinct plan_code, ',' order by plan_code) filter (
            effective_date <= cast(:asOf as date)
            and coalesce(termination_date, date '9999-12-31') >= cast(:asOf as date)
        ) as plans
    from staged_coverage_span
    group by member_id
)
select
    known.group_id,
    count(*) as covered,
    count(*) filter (said.member_id is null and rejected.text is null) as absent,
    count(*) filter (not said.is_covered) as ended,
    count(*) filter (said.is_covered and said.plans <> known.plans) as moved
from known
left join said on said.member_id = known.member_id
left join (select distinct text from rejected_word) rejected on rejected.text = known.member_id
group by known.group_id
order by known.group_id
