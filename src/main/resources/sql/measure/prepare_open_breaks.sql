-- One row a month since the first reconciliation: how many breaks were open at its end, and how old they were in days.
create or replace temp table open_breaks as
with known as (
    select category, first_seen, closed_on
    from break_ledger
    where partnership_id = :partnership
),
begun as (
    select coalesce(min(first_seen), cast(:report_month as date)) as day
    from known
    having exists (select 1 from active_run where kind = 'reconcile' and key = :partnership)
),
aged as (
    select report_month.month, report_month.last_day - known.first_seen as age
    from report_month
    join known
        on known.category <> 'TIMING'
        and known.first_seen <= report_month.last_day
        and (known.closed_on is null or known.closed_on > report_month.last_day)
)
select
    report_month.month,
    coalesce(median(aged.age), 0) as median_age,
    coalesce(max(aged.age), 0) as greatest_age,
    count(aged.age) as breaks
from report_month
join begun on report_month.last_day >= begun.day
left join aged on aged.month = report_month.month
group by report_month.month
