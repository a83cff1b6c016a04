-- One row a feed with a late or missing delivery in the report month.
select distinct feed_id
from exchange_file
where feed_id in (:feeds)
    and not history
    and due_at is not null
    and business_date between cast(:report_month as date) and last_day(cast(:report_month as date))
    and ((first_original and late) or (file_id is null and outcome in ('LATE', 'MISSING')))
order by feed_id
