-- One row: the partnership's breaks as the last reconciliation left them, and what the report month moved.
select
    count(*) filter (where status = 'OPEN' and category <> 'TIMING') as open,
    count(*) filter (where status = 'OPEN' and category = 'TIMING') as timing,
    count(*) filter (
        where category <> 'TIMING'
            and first_seen between cast(:report_month as date) and last_day(cast(:report_month as date))
    ) as opened_in_month,
    count(*) filter (
        where status = 'CLOSED'
            and closed_on between cast(:report_month as date) and last_day(cast(:report_month as date))
    ) as closed_in_month,
    coalesce(sum(impact_cents) filter (where status = 'OPEN' and category <> 'TIMING'), 0) as impact_cents
from break_ledger
where partnership_id = :partnership
