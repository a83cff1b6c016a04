-- One row a month: its members as the newest file up to its last day has them, counted at once and not by movements.
with state as (
    select
        cast(month as date) as first_day,
        last_day(cast(month as date)) as last_day,
        max(as_of_date) as state_day
    from generate_series(
        cast(:first_month as date),
        date_trunc('month', cast(:newest_day as date)),
        interval 1 month
    ) as series(month)
    join active_load
        on feed_id = :coverage_feed
        and mode in ('FULL', 'HIST')
        and as_of_date <= least(last_day(cast(month as date)), cast(:newest_day as date))
    group by month
),
asked as (
    select
        first_day,
        state_day,
        case cast(:member_month_rule as varchar) when 'FIFTEENTH_DAY' then first_day + 14 else first_day end as from_day,
        case cast(:member_month_rule as varchar)
            when 'ANY_DAY' then last_day
            when 'FIRST_DAY' then first_day
            else first_day + 14
        end as to_day
    from state
)
select strftime(asked.first_day, '%Y-%m') as month, count(distinct span.member_id) as closing
from asked
join coverage_span as span
    on span.feed_id = :coverage_feed
    and span.mode in ('FULL', 'HIST')
    and span.as_of_date = asked.state_day
    and greatest(span.effective_date, asked.from_day)
        <= least(coalesce(span.termination_date, date '9999-12-31'), asked.to_day)
group by asked.first_day
