-- One row a member, coverage type and run of days covered without a gap, whatever the plan.
create or replace temp table coverage_run as
with marked as (
    select
        member_id,
        coverage_type,
        birth_date,
        effective_date,
        last_covered_day,
        max(last_covered_day) over (
            partition by member_id, coverage_type
            order by effective_date, last_covered_day
            rows between unbounded preceding and 1 preceding
        ) as covered_before
    from covered_span
),
numbered as (
    select
        member_id,
        coverage_type,
        birth_date,
        effective_date,
        last_covered_day,
        count(*) filter (where covered_before is null or effective_date - covered_before > 1) over (
            partition by member_id, coverage_type
            order by effective_date, last_covered_day
            rows unbounded preceding
        ) as run_number
    from marked
)
select
    member_id,
    coverage_type,
    max(birth_date) as birth_date,
    min(effective_date) as first_day,
    max(last_covered_day) as last_day
from numbered
group by member_id, coverage_type, run_number
