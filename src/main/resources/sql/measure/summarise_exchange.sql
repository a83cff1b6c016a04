-- One row: files of the report month, history files left out. Rows are those of files that count or counted.
with file as (
    select
        file_id,
        outcome,
        late,
        rows_read,
        rows_rejected,
        due_at is not null
            and (first_original or (file_id is null and outcome in ('LATE', 'MISSING'))) as is_delivery
    from exchange_file
    where feed_id in (:feeds)
        and not history
        and business_date between cast(:report_month as date) and last_day(cast(:report_month as date))
)
select
    count(*) filter (where is_delivery) as expected,
    count(*) filter (where is_delivery and file_id is not null and not late) as on_time,
    count(*) filter (where is_delivery and file_id is not null and late) as late,
    count(*) filter (where is_delivery and file_id is null) as missing,
    count(*) filter (where outcome = 'REFUSED') as refused,
    count(*) filter (where outcome = 'HELD') as held,
    coalesce(sum(rows_read) filter (where outcome in ('LOADED', 'SUPERSEDED')), 0) as rows_read,
    coalesce(sum(rows_rejected) filter (where outcome in ('LOADED', 'SUPERSEDED')), 0) as rows_rejected
from file
