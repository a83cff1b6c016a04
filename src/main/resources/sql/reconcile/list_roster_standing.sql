-- One row a side, member and kind of coverage: the one coverage that says how he stands on the common day. Spans of one
-- plan that follow each other without a gap are one coverage; a span that ends before it begins never took effect.
create or replace temp table roster_standing as
with span as (
    select
        case load_id when :left_load then 'LEFT' else 'RIGHT' end as side,
        member_id,
        coverage_type,
        plan_code,
        coverage_tier,
        effective_date,
        coalesce(termination_date, date '9999-12-31') as last_day
    from coverage_span
    where load_id in (:left_load, :right_load)
        and (termination_date is null or termination_date >= effective_date)
),
marked as (
    select
        side,
        member_id,
        coverage_type,
        plan_code,
        coverage_tier,
        effective_date,
        last_day,
        effective_date > 1 + max(last_day) over earlier as is_after_gap
    from span
    window earlier as (
        partition by side, member_id, coverage_type, plan_code
        order by effective_date, last_day
        rows between unbounded preceding and 1 preceding
    )
),
numbered as (
    select
        side,
        member_id,
        coverage_type,
        plan_code,
        coverage_tier,
        effective_date,
        last_day,
        count(*) filter (where is_after_gap) over (
            partition by side, member_id, coverage_type, plan_code
            order by effective_date, last_day
        ) as coverage_number
    from marked
),
coverage as (
    select
        side,
        member_id,
        coverage_type,
        plan_code,
        arg_max(coverage_tier, effective_date) as coverage_tier,
        min(effective_date) as effective_date,
        max(last_day) as last_day
    from numbered
    group by side, member_id, coverage_type, plan_code, coverage_number
),
placed as (
    select
        side,
        member_id,
        coverage_type,
        plan_code,
        coverage_tier,
        effective_date,
        last_day,
        case
            when last_day < cast(:common_day as date) then 'ENDED'
            when effective_date > cast(:common_day as date) then 'FUTURE'
            else 'COVERED'
        end as standing
    from coverage
)
select side, member_id, coverage_type, plan_code, coverage_tier, effective_date, last_day, standing
from placed
qualify row_number() over (
    partition by side, member_id, coverage_type
    order by
        case standing when 'COVERED' then 1 when 'ENDED' then 2 else 3 end,
        case standing when 'FUTURE' then effective_date end,
        case standing when 'ENDED' then last_day end desc,
        effective_date desc,
        plan_code
) = 1
