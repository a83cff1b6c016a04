-- One row a delivery that was due in the report month, and a file of it that was held or refused; history files left out.
with file as (
    select
        feed_id,
        business_date,
        late,
        file_id,
        outcome,
        due_at is not null
            and (first_original or (file_id is null and outcome in ('LATE', 'MISSING'))) as is_delivery
    from exchange_file
    where feed_id in (:feeds)
        and not history
        and business_date between cast(:report_month as date) and last_day(cast(:report_month as date))
),
mark as (
    select
        feed_id,
        business_date,
        case when file_id is null then 'MISSING' when late then 'LATE' else 'ON_TIME' end as mark
    from file
    where is_delivery
    union all
    select feed_id, business_date, 'TURNED_AWAY' as mark
    from file
    where outcome in ('HELD', 'REFUSED')
)
select feed_id, business_date, mark
from mark
order by feed_id, business_date, mark
