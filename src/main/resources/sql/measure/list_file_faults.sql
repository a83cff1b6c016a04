-- One row a feed, outcome and reason: files of the report month that were held or refused, history files left out.
select feed_id, outcome, coalesce(reason_code, '') as reason_code, count(*) as files
from exchange_file
where feed_id in (:feeds)
    and not history
    and outcome in ('HELD', 'REFUSED')
    and business_date between cast(:report_month as date) and last_day(cast(:report_month as date))
group by all
order by files desc, feed_id, outcome, reason_code
