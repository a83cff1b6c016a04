-- One row a month of the range, with the day that decides coverage under the rules FIRST_DAY and FIFTEENTH_DAY.
create or replace temp table report_month as
with months as (
    select cast(unnest(generate_series(cast(:first_month as date), cast(:last_month as date), interval 1 month)) as date)
        as first_day
)
select
    strftime(first_day, '%Y-%m') as month,
    first_day,
    last_day(first_day) as last_day,
    case cast(:member_month_rule as varchar)
        when 'ANY_DAY' then last_day(first_day)
        when 'FIRST_DAY' then first_day
        else cast(first_day + interval 14 day as date)
    end as begun_by,
    case cast(:member_month_rule as varchar)
        when 'FIFTEENTH_DAY' then cast(first_day + interval 14 day as date)
        else first_day
    end as not_ended_before
from months
