-- One row a month: deliveries whose first file was loaded, neither held nor refused, over deliveries of which one came.
with delivery as (
    select strftime(business_date, '%Y-%m') as month, outcome in ('LOADED', 'SUPERSEDED') as is_accepted
    from exchange_file
    where feed_id in (:feeds) and not history and first_original and file_id is not null
)
select
    report_month.month,
    count(*) filter (where delivery.is_accepted) as numerator,
    count(delivery.month) as denominator
from report_month
left join delivery on delivery.month = report_month.month
group by report_month.month
