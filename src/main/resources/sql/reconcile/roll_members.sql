-- One row a month that two states of the books enclose: how the members of the month before, as they were known at its
-- end, became the members of the month. The state of a month is the newest file up to its last day.
with state as (
    select
        cast(month as date) as first_day,
        (
            select arg_max(load_id, (as_of_date, load_id))
            from active_load
            where feed_id = :coverage_feed
                and mode in ('FULL', 'HIST')
                and as_of_date <= last_day(cast(month as date))
                and as_of_date <= cast(:newest_day as date)
        ) as load_id
    from generate_series(
        cast(:first_month as date),
        date_trunc('month', cast(:newest_day as date)),
        interval 1 month
    ) as series(month)
),
step as (
    select
        state.first_day,
        cast(state.first_day - interval 1 month as date) as day_before,
        before.load_id as load_before,
        state.load_id
    from state
    join state as before on before.first_day = cast(state.first_day - interval 1 month as date)
    where before.load_id is not null
),
span as (
    select
        load_id,
        member_id,
        effective_date,
        coalesce(termination_date, date '9999-12-31') as last_day
    from coverage_span
    where feed_id = :coverage_feed and (termination_date is null or termination_date >= effective_date)
),
days as (
    select
        first_day,
        case cast(:member_month_rule as varchar)
            when 'ANY_DAY' then last_day(first_day)
            when 'FIRST_DAY' then first_day
            else cast(first_day + interval 14 day as date)
        end as begun_by,
        case cast(:member_month_rule as varchar)
            when 'FIFTEENTH_DAY' then cast(first_day + interval 14 day as date)
            else first_day
        end as not_ended_before
    from state
),
role as (
    select first_day, 'OPENING' as role, load_before as load_id, day_before as month_day from step
    union all
    select first_day, 'RESTATED', load_id, day_before from step
    union all
    select first_day, 'CLOSING', load_id, first_day from step
),
member as (
    select
        role.first_day,
        span.member_id,
        bool_or(role.role = 'OPENING') as in_opening,
        bool_or(role.role = 'RESTATED') as in_restated,
        bool_or(role.role = 'CLOSING') as in_closing
    from role
    join days on days.first_day = role.month_day
    join span
        on span.load_id = role.load_id
        and span.effective_date <= days.begun_by
        and span.last_day >= days.not_ended_before
    group by role.first_day, span.member_id
),
known_earlier as (
    select distinct step.first_day, span.member_id
    from step
    join span on span.load_id = step.load_id and span.effective_date < step.day_before
)
select
    strftime(member.first_day, '%Y-%m') as month,
    count(*) filter (where in_opening) as opening,
    count(*) filter (where in_restated and not in_opening) as retro_adds,
    count(*) filter (where in_opening and not in_restated) as retro_terms,
    count(*) filter (where in_closing and not in_restated and known_earlier.member_id is null) as adds,
    count(*) filter (where in_closing and not in_restated and known_earlier.member_id is not null) as reinstated,
    count(*) filter (where in_restated and not in_closing) as terms
from member
left join known_earlier on known_earlier.first_day = member.first_day and known_earlier.member_id = member.member_id
group by member.first_day
order by member.first_day
